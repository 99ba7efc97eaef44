package dev.sluice.bench.load;

import dev.sluice.bench.service.InstalledProgram;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The load generator of that name: as many requests as so many connections get answered. */
public record Wrk(InstalledProgram program) {

    /** @return empty if it is not installed */
    public static Optional<Wrk> find() {
        return InstalledProgram.onPath("wrk").map(Wrk::new);
    }

    /** Asks for one thing again and again. */
    public WrkReport run(URI uri, int connections, Duration span) {
        return run(uri, connections, span, List.of());
    }

    /** Asks what the script says. */
    public WrkReport run(URI server, int connections, Duration span, Path script) {
        return run(server, connections, span, List.of("--script", script.toString()));
    }

    private WrkReport run(URI uri, int connections, Duration span, List<String> more) {
        // It costs little beside a server, which needs the other processors.
        int threads = Math.max(1, Runtime.getRuntime().availableProcessors() / 4);
        List<String> arguments = new ArrayList<>(List.of(
                "--threads",
                Integer.toString(threads),
                "--connections",
                Integer.toString(connections),
                "--duration",
                span.toSeconds() + "s",
                "--timeout",
                "10s",
                "--latency"));
        arguments.addAll(more);
        arguments.add(uri.toString());
        return WrkReport.of(program.output(arguments.toArray(String[]::new)));
    }
}
