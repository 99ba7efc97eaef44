package dev.sluice.bench.cache;

import dev.sluice.bench.load.Wrk;
import dev.sluice.bench.process.ConstantApi;
import dev.sluice.bench.process.SluiceProcess;
import dev.sluice.bench.report.Findings;
import dev.sluice.bench.report.Progress;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** A cached read beside the constant endpoint of the same process, under load; needs wrk. */
record Throughput(CachePlan plan, Optional<Wrk> wrk, URI cached, URI constant) {

    /** Under so much load at once, the compiler takes so long to be done with both paths. */
    private static final Duration WARM_UP = Duration.ofSeconds(10);

    /**
     * @param cached the path of a value that is in the cache
     * @param bytes how many it has
     */
    static Throughput of(CachePlan plan, SluiceProcess api, String cached, int bytes) {
        return new Throughput(
                plan, Wrk.find(), api.uri().resolve(cached), api.uri().resolve(ConstantApi.path(bytes)));
    }

    void measure(Findings findings, Progress progress) {
        if (wrk.isEmpty()) {
            progress.step("wrk is not installed: the throughput is left out");
            return;
        }
        progress.step("throughput at %d connections, warming up", plan.connections());
        rate(wrk.get(), cached, WARM_UP);
        rate(wrk.get(), constant, WARM_UP);
        for (int round = 1; round <= plan.rounds(); round++) {
            progress.step("throughput, round %d of %d", round, plan.rounds());
            compare(wrk.get(), findings);
        }
    }

    private void compare(Wrk program, Findings findings) {
        double hits = rate(program, cached, plan.span());
        double constants = rate(program, constant, plan.span());
        findings.add("http.hit.rate", "reads/s", hits);
        findings.add("http.constant.rate", "reads/s", constants);
        findings.add("http.hitToConstant", "ratio", hits / constants);
    }

    private double rate(Wrk program, URI uri, Duration span) {
        return program.run(uri, plan.connections(), span).requireGood().rate();
    }
}
