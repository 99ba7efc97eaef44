package dev.sluice.bench.cache;

import dev.sluice.bench.report.Figure;
import dev.sluice.bench.report.Measurements;
import dev.sluice.bench.report.Progress;
import java.util.List;

/** What is measured, told as it comes. */
final class Findings {

    private final Measurements measurements = new Measurements();
    private final Progress progress;

    Findings(Progress progress) {
        this.progress = progress;
    }

    void add(String name, String unit, double value) {
        measurements.add(name, unit, value);
        progress.step("  %-28s %,.2f %s", name, value, unit);
    }

    List<Figure> figures() {
        return measurements.figures();
    }
}
