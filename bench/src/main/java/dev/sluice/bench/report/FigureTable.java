package dev.sluice.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/**
 * The figures and the machine as lines for a person.
 *
 * @param targets what some figures are to reach, in words, by their names
 */
public record FigureTable(List<Figure> figures, Machine machine, Map<String, String> targets) {

    private static final int USUAL_NAME = 28;

    public FigureTable {
        figures = List.copyOf(figures);
        targets = Map.copyOf(targets);
    }

    public FigureTable(List<Figure> figures, Machine machine) {
        this(figures, machine, Map.of());
    }

    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(row("", "unit", "min", "median", "max", targets.isEmpty() ? "" : "target"));
        figures.forEach(figure -> lines.add(row(figure)));
        lines.add("");
        lines.add("%d cores, %s, %s".formatted(machine.cores(), machine.processor(), machine.system()));
        List<String> versions = new ArrayList<>();
        new TreeMap<>(machine.versions()).forEach((product, version) -> versions.add(product + " " + version));
        lines.add(String.join(", ", versions));
        return lines;
    }

    private String row(Figure figure) {
        return row(
                figure.name(),
                figure.unit(),
                text(figure.min()),
                text(figure.median()),
                text(figure.max()),
                targets.getOrDefault(figure.name(), ""));
    }

    private String row(String name, String unit, String min, String median, String max, String target) {
        return ("%-" + nameWidth() + "s %-9s %11s %12s %12s   %s")
                .formatted(name, unit, min, median, max, target)
                .stripTrailing();
    }

    private int nameWidth() {
        return figures.stream().mapToInt(figure -> figure.name().length()).reduce(USUAL_NAME, Math::max);
    }

    /** Two decimals while they say something. */
    private static String text(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 100 ? "%.2f" : "%,.0f", value);
    }
}
