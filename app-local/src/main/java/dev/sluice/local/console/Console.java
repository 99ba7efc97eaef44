package dev.sluice.local.console;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.time.Duration;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;

/** The terminal, or the file or pipe in its place. Safe for use by many threads. */
public final class Console {
    private static final int LABEL_WIDTH = 26;

    private final PrintStream out;
    private final boolean terminal;
    private final boolean colour;

    private Console(PrintStream out, boolean terminal, boolean colour) {
        this.out = out;
        this.terminal = terminal;
        this.colour = colour;
    }

    /** The process's own output, in UTF-8 whatever the locale says: the C locale has no sign for "done". */
    public static Console ofProcess() {
        boolean terminal = Optional.ofNullable(System.console())
                .filter(java.io.Console::isTerminal)
                .isPresent();
        var out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
        return new Console(out, terminal, Paint.wanted(terminal, System.getenv()));
    }

    /** Whether a line can be written over. */
    public boolean isTerminal() {
        return terminal;
    }

    public void heading(String text) {
        out.println();
        out.println(Paint.BOLD.on(text, colour));
    }

    public void line(String text) {
        out.println(text);
    }

    /** A labelled value, below a heading. */
    public void fact(String label, String value) {
        out.println("  " + padded(label) + " " + value);
    }

    /** Something that was checked and holds. */
    public void holds(String what) {
        out.println("  " + tick() + " " + what);
    }

    /** A labelled value that was checked and holds. */
    public void found(String label, String value) {
        fact(label, tick() + " " + value);
    }

    /** Something that went wrong, in as many lines as its text has. */
    public void failure(String what) {
        out.println(Paint.RED.on("✗", colour) + " " + what);
    }

    /** Writes over the current line of a terminal. */
    public void overwrite(String text) {
        out.print("\r" + text + "\u001b[K");
        out.flush();
    }

    /** Does a piece of work on one line of output: its name before, how long it took and what came of it after. */
    public <T> T step(String name, Supplier<T> work, Function<T, String> detail) {
        out.print("  " + padded(name) + " ");
        out.flush();
        long start = System.nanoTime();
        T result = finished(work);
        out.println(tick() + " " + elapsed(start) + "  " + Paint.FAINT.on(detail.apply(result), colour));
        return result;
    }

    private <T> T finished(Supplier<T> work) {
        boolean done = false;
        try {
            T result = work.get();
            done = true;
            return result;
        } finally {
            if (!done) {
                out.println(Paint.RED.on("✗", colour));
            }
        }
    }

    private String tick() {
        return Paint.GREEN.on("✓", colour);
    }

    private static String elapsed(long start) {
        return String.format(Locale.ROOT, "%7s", Spans.seconds(Duration.ofNanos(System.nanoTime() - start)));
    }

    private static String padded(String label) {
        return label + " ".repeat(Math.max(0, LABEL_WIDTH - label.length()));
    }
}
