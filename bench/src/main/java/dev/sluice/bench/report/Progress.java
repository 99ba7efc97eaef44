package dev.sluice.bench.report;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;

/** Tells what goes on, a line for each step with the time since the start. */
public final class Progress {

    private final PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
    private final long start = System.nanoTime();

    public void step(String format, Object... values) {
        Duration since = Duration.ofNanos(System.nanoTime() - start);
        out.printf(Locale.ROOT, "%3d:%02d  ", since.toMinutes(), since.toSecondsPart());
        out.printf(Locale.ROOT, format + "%n", values);
    }

    /** A line without a time. */
    public void line(String text) {
        out.println(text);
    }
}
