package dev.sluice.bench.cache;

import dev.sluice.bench.service.InstalledProgram;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The load generator of that name: as many requests as so many connections get answered. */
record Wrk(InstalledProgram program, int connections) {

    private static final Pattern RATE = Pattern.compile("Requests/sec:\\s+([0-9.]+)");

    /** Answers in a second. */
    double rate(String uri, Duration span) {
        // It costs little beside a server, which needs the other processors.
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / 4);
        return rate(program.output(
                "--threads",
                Integer.toString(threads),
                "--connections",
                Integer.toString(connections),
                "--duration",
                span.toSeconds() + "s",
                "--timeout",
                "10s",
                uri));
    }

    /**
     * Reads what it printed.
     *
     * @throws IllegalStateException if not all answers were good
     */
    static double rate(String output) {
        Matcher rate = RATE.matcher(output);
        if (!rate.find() || output.contains("Non-2xx") || output.contains("Socket errors")) {
            throw new IllegalStateException("not all requests were answered: " + output);
        }
        return Double.parseDouble(rate.group(1));
    }
}
