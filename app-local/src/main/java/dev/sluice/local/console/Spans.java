package dev.sluice.local.console;

import java.time.Duration;
import java.util.Locale;

/** How spans of time are written. */
public final class Spans {
    private Spans() {}

    /** Seconds with one decimal, as for a start: {@code 2.4 s}. */
    public static String seconds(Duration span) {
        return String.format(Locale.ROOT, "%.1f s", span.toMillis() / 1_000.0);
    }

    /** Milliseconds with one decimal, as for a request: {@code 12.3 ms}. */
    public static String millis(Duration span) {
        return String.format(Locale.ROOT, "%.1f ms", span.toNanos() / 1_000_000.0);
    }

    /** Minutes and seconds, as for what is left of a long piece of work: {@code 1:05}. */
    public static String minutes(Duration span) {
        return String.format(Locale.ROOT, "%d:%02d", span.toMinutes(), span.toSecondsPart());
    }
}
