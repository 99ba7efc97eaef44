package dev.sluice.bench.load;

import java.time.Duration;
import java.util.Locale;

/**
 * Requests that arrive at a rate whether or not the earlier ones are answered, spread over connections that stay open.
 * While the connections are opened each sends its first request, so that the rate is the same from the beginning: the
 * ramp takes as long as each connection pauses between two requests.
 *
 * @param connections how many are open
 * @param rate requests in a second over all of them
 * @param span how long the rate is held once all are open
 */
public record OpenLoop(int connections, double rate, Duration span) {

    private static final double BATCHES = 10;

    /** Whoever has no answer so long after its turn has none. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    /** How long it takes until all connections are open. */
    public Duration ramp() {
        return Duration.ofMillis(Math.round(1_000 * connections / (opened() * BATCHES)));
    }

    /** How many requests are sent in all. */
    long requests() {
        double each = (ramp().toMillis() + span.toMillis()) / 1_000.0 * perConnection();
        return connections * Math.max(1L, Math.round(Math.ceil(each)));
    }

    /** Requests in a second on each connection. */
    private double perConnection() {
        return opened() * BATCHES / connections;
    }

    /** Connections that are opened in a tenth of a second, which has to be a whole number. */
    private long opened() {
        return Math.max(1, Math.round(rate / BATCHES));
    }

    String[] arguments() {
        return new String[] {
            "--clients", Integer.toString(connections),
            "--requests", Long.toString(requests()),
            "--rate", Long.toString(opened()),
            "--rate-period", "100ms",
            "--rps", String.format(Locale.ROOT, "%.6f", perConnection()),
            // A connection rests as long as the ramp takes, between two of its requests.
            "--connection-inactivity-timeout", ramp().plus(PATIENCE).toSeconds() + "s"
        };
    }
}
