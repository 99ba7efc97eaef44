package dev.sluice.bench.cache;

import dev.sluice.bench.report.Findings;
import dev.sluice.bench.report.Progress;
import dev.sluice.bench.service.Redis;
import java.util.List;
import java.util.stream.IntStream;

/** Many want the same cold value at the same time, in three processes: with Redis, and after it has stopped. */
record Stampede(CachePlan plan, Findings findings, Progress progress) {

    private static final int PROCESSES = 3;

    void measure() {
        for (int round = 1; round <= plan.rounds(); round++) {
            progress.step("stampede, round %d of %d", round, plan.rounds());
            round();
        }
    }

    private void round() {
        Redis redis = Redis.start();
        List<CrowdProcess> crowds = IntStream.range(0, PROCESSES)
                .mapToObj(number -> CrowdProcess.start(redis.port(), share(number)))
                .toList();
        crowds.forEach(CrowdProcess::awaitReady);
        findings.add("stampede.fetches", "fetches", fetches(crowds, "with-redis"));
        redis.stop();
        findings.add("stampede.redisDown.fetches", "fetches", fetches(crowds, "without-redis"));
        crowds.forEach(CrowdProcess::close);
    }

    /** The callers that one process has. */
    private int share(int number) {
        return plan.callers() / PROCESSES + (number < plan.callers() % PROCESSES ? 1 : 0);
    }

    private static int fetches(List<CrowdProcess> crowds, String id) {
        crowds.forEach(crowd -> crowd.read(id));
        return crowds.stream().mapToInt(CrowdProcess::fetches).sum();
    }
}
