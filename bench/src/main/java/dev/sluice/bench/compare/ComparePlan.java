package dev.sluice.bench.compare;

import dev.sluice.bench.shop.DataSize;
import java.time.Duration;
import java.util.Arrays;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * How both sides are compared.
 *
 * @param rounds how often each is measured, in turns
 * @param span for how long a load lasts each time
 * @param warmUp for how long each process is under load before it is measured
 * @param topics what is compared
 * @param size which set of demo data is read
 * @param noopJobs how many jobs without work are drained in a round
 * @param fullJobs how many jobs with invoice and e-mail are drained in a round
 * @param concurrency how many jobs a worker runs at a time
 * @param peer whether the peer is measured too
 */
record ComparePlan(
        int rounds,
        Duration span,
        Duration warmUp,
        Set<Topic> topics,
        DataSize size,
        int noopJobs,
        int fullJobs,
        int concurrency,
        boolean peer) {

    private static final String PREFIX = "SLUICE_BENCH_";

    ComparePlan {
        topics = Collections.unmodifiableSet(EnumSet.copyOf(topics));
    }

    /** The usual plan, unless the environment says otherwise: {@code SLUICE_BENCH_ROUNDS=1} and so on. */
    static ComparePlan of(Map<String, String> environment) {
        return new ComparePlan(
                number(environment, "ROUNDS", 3),
                Duration.ofSeconds(number(environment, "SECONDS", 10)),
                Duration.ofSeconds(number(environment, "WARM_UP", 10)),
                topics(environment.getOrDefault(PREFIX + "SCENARIOS", "")),
                DataSize.valueOf(
                        environment.getOrDefault(PREFIX + "SIZE", "large").toUpperCase(Locale.ROOT)),
                number(environment, "JOBS", 20_000),
                number(environment, "FULL_JOBS", 2_000),
                number(environment, "CONCURRENCY", 50),
                !"false".equals(environment.get(PREFIX + "PEER")));
    }

    private static Set<Topic> topics(String names) {
        return names.isBlank()
                ? Topic.all()
                : Arrays.stream(names.split(",", -1)).map(Topic::named).collect(Collectors.toSet());
    }

    private static int number(Map<String, String> environment, String name, int otherwise) {
        String text = environment.get(PREFIX + name);
        return text == null ? otherwise : Integer.parseInt(text);
    }
}
