package dev.sluice.bench.report;

import java.util.Collection;
import java.util.List;

/** What was measured in all rounds: the least, the middle and the greatest value. */
public record Figure(String name, String unit, double min, double median, double max) {

    /** @throws IllegalArgumentException if there is no value */
    public static Figure of(String name, String unit, Collection<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("nothing was measured of " + name);
        }
        List<Double> sorted = values.stream().sorted().toList();
        return new Figure(name, unit, sorted.getFirst(), median(sorted), sorted.getLast());
    }

    private static double median(List<Double> sorted) {
        int middle = sorted.size() / 2;
        return sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2;
    }
}
