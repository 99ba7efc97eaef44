package dev.sluice.bench.compare;

import dev.sluice.bench.load.WrkReport;
import dev.sluice.bench.report.Findings;
import java.time.Duration;

/** What wrk saw of one side, as figures. */
record Throughput(Findings findings, String unit) {

    /** @return good answers in a second */
    double add(String name, WrkReport report) {
        findings.add(name, unit, report.rate());
        findings.add(name + ".p50", "ms", millis(report.p50()));
        findings.add(name + ".p99", "ms", millis(report.p99()));
        findings.add(name + ".errors", "requests", (double) report.errors());
        return report.rate();
    }

    static double millis(Duration duration) {
        return duration.toNanos() / 1e6;
    }
}
