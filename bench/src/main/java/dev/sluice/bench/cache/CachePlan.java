package dev.sluice.bench.cache;

import dev.sluice.bench.shop.DataSize;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/**
 * How cached reads are measured.
 *
 * @param rounds how often everything is measured
 * @param size which set of demo data is read
 * @param reads how many cached reads over HTTP one client does in a round
 * @param coldReads how many reads of values that were purged it does in a round
 * @param connections how many are open at a time for the throughput
 * @param span for how long the throughput is measured each time
 * @param callers how many want the same cold value at the same time
 */
record CachePlan(int rounds, DataSize size, int reads, int coldReads, int connections, Duration span, int callers) {

    private static final String PREFIX = "SLUICE_BENCH_";

    /** The plan of the issue, unless the environment says otherwise: {@code SLUICE_BENCH_SIZE=small} and so on. */
    static CachePlan of(Map<String, String> environment) {
        return new CachePlan(
                number(environment, "ROUNDS", 3),
                DataSize.valueOf(
                        environment.getOrDefault(PREFIX + "SIZE", "large").toUpperCase(Locale.ROOT)),
                number(environment, "READS", 5_000),
                number(environment, "COLD_READS", 50),
                number(environment, "CONNECTIONS", 256),
                Duration.ofSeconds(number(environment, "SECONDS", 10)),
                number(environment, "CALLERS", 10_000));
    }

    private static int number(Map<String, String> environment, String name, int otherwise) {
        String text = environment.get(PREFIX + name);
        return text == null ? otherwise : Integer.parseInt(text);
    }
}
