package dev.sluice.local.console;

import java.time.Duration;

/** How far a long piece of work of equal parts has come, with the time that is left. For one thread. */
public final class ProgressBar {
    private static final int WIDTH = 30;
    private static final int LINES_WITHOUT_TERMINAL = 10;

    private final Console console;
    private final String unit;
    private final int parts;
    private final long start = System.nanoTime();
    private int done;

    public ProgressBar(Console console, String unit, int parts) {
        this.console = console;
        this.unit = unit;
        this.parts = parts;
    }

    /** Draws the bar as it is, so that it is seen before the first part is done. */
    public void show() {
        if (console.isTerminal()) {
            console.overwrite(text());
        }
    }

    /** One more part is done. */
    public void advance() {
        done++;
        if (console.isTerminal()) {
            console.overwrite(text() + (done == parts ? "\n" : ""));
        } else if (done == parts || done % Math.max(1, parts / LINES_WITHOUT_TERMINAL) == 0) {
            console.line(text());
        }
    }

    private String text() {
        int filled = WIDTH * done / parts;
        String bar = "█".repeat(filled) + "░".repeat(WIDTH - filled);
        return "  %s %d of %d %s%s".formatted(bar, done, parts, unit, done == 0 ? "" : timing());
    }

    private String timing() {
        Duration elapsed = Duration.ofNanos(System.nanoTime() - start);
        if (done == parts) {
            return ", took " + Spans.minutes(elapsed);
        }
        return ", " + Spans.minutes(elapsed.dividedBy(done).multipliedBy(parts - done)) + " left ";
    }
}
