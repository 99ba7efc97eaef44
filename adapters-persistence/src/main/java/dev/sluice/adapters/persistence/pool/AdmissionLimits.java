package dev.sluice.adapters.persistence.pool;

import java.time.Duration;
import java.util.Map;
import java.util.Objects;

/**
 * How many may have a connection, and how long anybody waits for one.
 *
 * @param connections how many at a time, for each purpose
 * @param waiting how many wait at most, of all purposes together
 * @param patience how long anybody waits at most
 * @param heavyPatience how long a heavy read may have to wait, by what is known of those before it
 * @param stall after how long without any connection coming back nobody who can come again waits
 */
record AdmissionLimits(
        Map<Purpose, Integer> connections, int waiting, Duration patience, Duration heavyPatience, Duration stall) {

    /** One in five is left by transactions and heavy reads to plain reads, heartbeats and the dispatcher. */
    private static final int LEFT = 5;

    AdmissionLimits {
        connections = Map.copyOf(connections);
    }

    /** @param heavyReads how many heavy reads keep the processors busy */
    static AdmissionLimits of(
            int poolSize, int heavyReads, int waiting, Duration patience, Duration heavyPatience, Duration stall) {
        int most = Math.max(1, poolSize - Math.max(1, poolSize / LEFT));
        return new AdmissionLimits(
                Map.of(
                        Purpose.READ, poolSize,
                        Purpose.TRANSACTION, most,
                        Purpose.HEAVY_READ, Math.min(heavyReads, most)),
                waiting,
                patience,
                heavyPatience,
                stall);
    }

    int connections(Purpose purpose) {
        return Objects.requireNonNull(connections.get(purpose));
    }

    /** How long one may have to wait for a connection, to be taken in at all. */
    Duration longestQueue(Purpose purpose) {
        return purpose == Purpose.HEAVY_READ ? heavyPatience : patience;
    }
}
