package dev.sluice.bench.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The values of all rounds, by the names of what they measure, in the order in which the names first came. */
public final class Measurements {

    private final Map<Measure, List<Double>> values = new LinkedHashMap<>();

    private record Measure(String name, String unit) {}

    public void add(String name, String unit, double value) {
        values.computeIfAbsent(new Measure(name, unit), measure -> new ArrayList<>())
                .add(value);
    }

    /** One figure for each name. */
    public List<Figure> figures() {
        return values.entrySet().stream()
                .map(entry -> Figure.of(entry.getKey().name(), entry.getKey().unit(), entry.getValue()))
                .toList();
    }
}
