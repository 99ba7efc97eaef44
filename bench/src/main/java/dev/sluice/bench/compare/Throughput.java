package dev.sluice.bench.compare;

import dev.sluice.bench.load.WrkReport;
import dev.sluice.bench.report.Findings;
import dev.sluice.bench.service.ProcessorTime;
import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/** What wrk saw of one side, and what that cost of the processors, as figures. */
record Throughput(Findings findings, String unit) {

    /** @return good answers in a second */
    double add(String name, Supplier<WrkReport> load) {
        ProcessorTime before = ProcessorTime.now();
        WrkReport report = load.get();
        Map<String, Double> cost = before.perPiece(report.answers());
        findings.add(name, unit, report.rate());
        findings.add(name + ".p50", "ms", millis(report.p50()));
        findings.add(name + ".p99", "ms", millis(report.p99()));
        findings.add(name + ".errors", "requests", (double) report.errors());
        findings.addEach(name + ".cpu", "us each", cost);
        return report.rate();
    }

    static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }
}
