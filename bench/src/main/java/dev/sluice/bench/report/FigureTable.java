package dev.sluice.bench.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;

/** The figures and the machine as lines for a person. */
public record FigureTable(List<Figure> figures, Machine machine) {

    public FigureTable {
        figures = List.copyOf(figures);
    }

    public List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add(row("", "unit", "min", "median", "max"));
        figures.forEach(figure -> lines.add(
                row(figure.name(), figure.unit(), text(figure.min()), text(figure.median()), text(figure.max()))));
        lines.add("");
        lines.add("%d cores, %s, %s".formatted(machine.cores(), machine.processor(), machine.system()));
        List<String> versions = new ArrayList<>();
        new TreeMap<>(machine.versions()).forEach((product, version) -> versions.add(product + " " + version));
        lines.add(String.join(", ", versions));
        return lines;
    }

    private static String row(String name, String unit, String min, String median, String max) {
        return "%-28s %-8s %12s %12s %12s".formatted(name, unit, min, median, max);
    }

    /** Two decimals while they say something. */
    private static String text(double value) {
        return String.format(Locale.ROOT, Math.abs(value) < 100 ? "%.2f" : "%,.0f", value);
    }
}
