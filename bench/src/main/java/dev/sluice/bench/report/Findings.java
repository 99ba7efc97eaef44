package dev.sluice.bench.report;

import java.util.List;

/** What is measured, told as it comes. */
public final class Findings {

    private final Measurements measurements = new Measurements();
    private final Progress progress;

    public Findings(Progress progress) {
        this.progress = progress;
    }

    public void add(String name, String unit, double value) {
        measurements.add(name, unit, value);
        progress.step("  %-36s %,.2f %s", name, value, unit);
    }

    public List<Figure> figures() {
        return measurements.figures();
    }
}
