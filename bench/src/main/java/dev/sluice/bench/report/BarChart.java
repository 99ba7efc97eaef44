package dev.sluice.bench.report;

import java.util.List;
import java.util.Locale;

/**
 * Bars in groups, as an SVG image that needs nothing else. A thin line over a bar reaches from the least to the greatest
 * value of all rounds.
 *
 * @param unit of all values
 */
public record BarChart(String title, String unit, List<Group> groups) {

    private static final int WIDTH = 760;
    private static final int LEFT = 150;
    private static final int BARS = 500;
    private static final int TOP = 78;
    private static final int BAR = 18;
    private static final int STEP = 24;
    private static final int GAP = 20;

    private static final int BASELINE = 13;
    private static final String TITLE = "font-size=\"18\" font-weight=\"600\" fill=\"#1b2430\"";
    private static final String HEAD = "font-weight=\"600\" fill=\"#1b2430\"";
    private static final String STRONG = "fill=\"#1b2430\"";
    private static final String MUTED = "fill=\"#66717f\"";

    private static final List<String> COLOURS = List.of("#0f6e84", "#8fc1cc", "#6b7683", "#b6bec7");

    public BarChart {
        groups = List.copyOf(groups);
    }

    /** Bars that stand together under one name. */
    public record Group(String name, List<Bar> bars) {

        public Group {
            bars = List.copyOf(bars);
        }
    }

    /**
     * One bar.
     *
     * @param colour which of four: 0 is the one that the eye is to find first
     */
    public record Bar(String name, int colour, Figure figure) {}

    public String svg() {
        StringBuilder svg = new StringBuilder();
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\" "
                .formatted(WIDTH, height(), WIDTH, height()));
        svg.append("font-family=\"system-ui, 'Segoe UI', Helvetica, Arial, sans-serif\" font-size=\"13\">\n");
        svg.append("<rect width=\"100%\" height=\"100%\" rx=\"8\" fill=\"#ffffff\"/>\n");
        svg.append(text(24, 34, "start", TITLE, title));
        svg.append(text(24, 55, "start", MUTED, unit + ": median of all rounds, and from least to greatest"));
        int y = TOP;
        for (Group group : groups) {
            y = append(svg, group, y);
        }
        return svg.append("</svg>\n").toString();
    }

    private int append(StringBuilder svg, Group group, int top) {
        svg.append(text(24, top + BASELINE, "start", HEAD, group.name()));
        int y = top + STEP;
        for (Bar bar : group.bars()) {
            append(svg, bar, y);
            y += STEP;
        }
        return y + GAP;
    }

    private void append(StringBuilder svg, Bar bar, int y) {
        Figure figure = bar.figure();
        svg.append(text(LEFT - 10, y + BASELINE, "end", MUTED, bar.name()));
        svg.append("<rect x=\"%d\" y=\"%d\" width=\"%d\" height=\"%d\" rx=\"2\" fill=\"%s\"/>\n"
                .formatted(LEFT, y, Math.max(1, x(figure.median()) - LEFT), BAR, COLOURS.get(bar.colour())));
        if (figure.min() < figure.max()) {
            svg.append(range(x(figure.min()), x(figure.max()), y + BAR / 2));
        }
        svg.append(text(x(figure.max()) + 8, y + BASELINE, "start", STRONG, value(figure.median())));
    }

    private static String range(int from, int to, int y) {
        return "<path d=\"M%d %dv8M%d %dH%dM%d %dv8\" stroke=\"#1b2430\" stroke-opacity=\"0.6\" fill=\"none\"/>\n"
                .formatted(from, y - 4, from, y, to, to, y - 4);
    }

    private int height() {
        int bars = groups.stream().mapToInt(group -> group.bars().size()).sum();
        return TOP + bars * STEP + groups.size() * (STEP + GAP);
    }

    private int x(double value) {
        return LEFT + (int) Math.round(BARS * value / greatest());
    }

    private double greatest() {
        return groups.stream()
                .flatMap(group -> group.bars().stream())
                .mapToDouble(bar -> bar.figure().max())
                .reduce(Double.MIN_NORMAL, Math::max);
    }

    private static String value(double value) {
        return String.format(Locale.ROOT, value < 100 ? "%.2f" : "%,.0f", value);
    }

    private static String text(int x, int y, String anchor, String style, String content) {
        return "<text x=\"%d\" y=\"%d\" text-anchor=\"%s\" %s>%s</text>\n"
                .formatted(x, y, anchor, style, escaped(content));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
