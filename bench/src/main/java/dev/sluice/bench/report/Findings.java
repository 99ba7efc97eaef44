package dev.sluice.bench.report;

import java.util.List;
import java.util.Map;

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

    /** Figures of one kind, each under its key. */
    public void addEach(String name, String unit, Map<String, Double> values) {
        values.forEach((key, value) -> add(name + "." + key, unit, value));
    }

    public List<Figure> figures() {
        return measurements.figures();
    }
}
