package dev.sluice.bench.job;

import java.time.Duration;
import java.util.Map;

/**
 * How the job engine is measured.
 *
 * @param rounds how often both sides are measured, in turns
 * @param jobs how many jobs are enqueued and drained in a round
 * @param warmUp how many go before them, unmeasured
 * @param clients how many clients enqueue at a time
 * @param concurrency how many jobs the worker runs at a time
 * @param openLoop for how long jobs arrive at a fixed rate
 * @param status how a job's status UPDATE is done
 * @param peer whether the peer is measured too
 */
record JobsPlan(
        int rounds,
        int jobs,
        int warmUp,
        int clients,
        int concurrency,
        Duration openLoop,
        StatusUpdate status,
        boolean peer) {

    private static final String PREFIX = "SLUICE_BENCH_";

    /** The plan of the issue, unless the environment says otherwise: {@code SLUICE_BENCH_ROUNDS=1} and so on. */
    static JobsPlan of(Map<String, String> environment) {
        return new JobsPlan(
                number(environment, "ROUNDS", 3),
                number(environment, "JOBS", 20_000),
                number(environment, "WARM_UP", 60_000),
                number(environment, "CLIENTS", 16),
                number(environment, "CONCURRENCY", 50),
                Duration.ofSeconds(number(environment, "SECONDS", 20)),
                StatusUpdate.valueOf(environment.getOrDefault(PREFIX + "STATUS", StatusUpdate.FOLLOWED.name())),
                !"false".equals(environment.get(PREFIX + "PEER")));
    }

    private static int number(Map<String, String> environment, String name, int otherwise) {
        String text = environment.get(PREFIX + name);
        return text == null ? otherwise : Integer.parseInt(text);
    }
}
