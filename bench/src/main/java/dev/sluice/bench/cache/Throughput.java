package dev.sluice.bench.cache;

import dev.sluice.bench.report.Progress;
import dev.sluice.bench.service.InstalledProgram;
import java.time.Duration;
import java.util.Optional;

/** A cached read beside the constant endpoint of the same process, under load; needs wrk. */
record Throughput(CachePlan plan, Optional<Wrk> wrk, String cached, String constant) {

    /** Under so much load at once, the compiler takes so long to be done with both paths. */
    private static final Duration WARM_UP = Duration.ofSeconds(10);

    /**
     * @param cached the path of a value that is in the cache
     * @param bytes how many it has
     */
    static Throughput of(CachePlan plan, ApiProcess api, String cached, int bytes) {
        Optional<Wrk> wrk = InstalledProgram.onPath("wrk").map(program -> new Wrk(program, plan.connections()));
        String constant = api.uri().resolve("/constant/" + bytes).toString();
        return new Throughput(plan, wrk, api.uri().resolve(cached).toString(), constant);
    }

    void measure(Findings findings, Progress progress) {
        if (wrk.isEmpty()) {
            progress.step("wrk is not installed: the throughput is left out");
            return;
        }
        progress.step("throughput at %d connections, warming up", plan.connections());
        wrk.get().rate(cached, WARM_UP);
        wrk.get().rate(constant, WARM_UP);
        for (int round = 1; round <= plan.rounds(); round++) {
            progress.step("throughput, round %d of %d", round, plan.rounds());
            compare(wrk.get(), findings);
        }
    }

    private void compare(Wrk program, Findings findings) {
        double hits = program.rate(cached, plan.span());
        double constants = program.rate(constant, plan.span());
        findings.add("http.hit.rate", "reads/s", hits);
        findings.add("http.constant.rate", "reads/s", constants);
        findings.add("http.hitToConstant", "ratio", hits / constants);
    }
}
