package dev.sluice.bench.load;

import dev.sluice.bench.service.InstalledProgram;
import dev.sluice.embedded.process.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The load generator of that name: its log tells of each single request. */
public record H2load(InstalledProgram program, Protocol protocol) {

    /** What it speaks, with one request at a time on each connection. */
    public enum Protocol {
        /** It takes an answer without a reason phrase, which servers may leave out, for one without a status. */
        HTTP_1("--h1"),
        /** In clear text, without asking whether the server knows it. */
        HTTP_2("--max-concurrent-streams=1");

        private final String option;

        Protocol(String option) {
            this.option = option;
        }
    }

    /** @return empty if it is not installed */
    public static Optional<H2load> find() {
        return InstalledProgram.onPath("h2load").map(program -> new H2load(program, Protocol.HTTP_1));
    }

    public H2load speaking(Protocol other) {
        return new H2load(program, other);
    }

    /** As many requests as so many connections get answered; what is under way at the end is not counted. */
    public Answers closedLoop(List<URI> uris, int connections, Duration span) {
        return run(
                uris,
                Optional.empty(),
                "--clients",
                Integer.toString(connections),
                "--duration",
                span.toSeconds() + "s");
    }

    public Answers openLoop(List<URI> uris, OpenLoop loop) {
        return run(uris, Optional.of(loop.requests()), loop.arguments());
    }

    private Answers run(List<URI> uris, Optional<Long> sent, String... load) {
        Path folder = Folders.temporary("bench-h2load");
        try {
            Path log = folder.resolve("answers.log");
            List<String> arguments = new ArrayList<>(List.of(load));
            arguments.addAll(List.of(protocol.option, "--threads", "1"));
            arguments.addAll(List.of("--log-file", log.toString()));
            arguments.addAll(List.of("--input-file", written(folder, uris).toString()));
            program.output(arguments.toArray(String[]::new));
            List<String> lines = Files.readAllLines(log);
            return Answers.read(lines, sent.orElse((long) lines.size()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot use " + folder, e);
        } finally {
            Folders.delete(folder);
        }
    }

    private static Path written(Path folder, List<URI> uris) throws IOException {
        return Files.write(
                folder.resolve("uris"), uris.stream().map(URI::toString).toList());
    }
}
