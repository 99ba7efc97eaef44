package dev.sluice.embedded.postgres;

import dev.sluice.embedded.process.Signal;
import dev.sluice.embedded.process.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The server process that works on a data folder, found by the process id that PostgreSQL records there. */
final class Postmaster {
    private static final Duration GRACE = Duration.ofSeconds(20);

    private Postmaster() {}

    /** Ends the server on the data folder, if one is left, and returns once it is gone. */
    static void end(Path data) {
        find(data).ifPresent(Postmaster::end);
    }

    /** Sends the signal to the server on the data folder and to its sessions; the server first, which starts no more then. */
    static void signal(Path data, Signal signal) {
        find(data).ifPresent(server -> {
            signal.sendTo(server);
            server.children().forEach(signal::sendTo);
        });
    }

    static Optional<ProcessHandle> find(Path data) {
        Path record = data.resolve("postmaster.pid");
        return Files.exists(record)
                ? pid(record).flatMap(ProcessHandle::of).filter(p -> serves(p, data))
                : Optional.empty();
    }

    private static void end(ProcessHandle server) {
        Signal.INT.sendTo(server);
        if (!Waiting.untilEnded(server, GRACE)) {
            server.destroyForcibly();
            Waiting.untilEnded(server, GRACE);
        }
    }

    /** A recorded id may belong to another program by now: only a process that names this folder counts. */
    private static boolean serves(ProcessHandle process, Path data) {
        return process.info().arguments().map(List::of).orElse(List.of()).contains(data.toString());
    }

    private static Optional<Long> pid(Path record) {
        try (var lines = Files.lines(record)) {
            return lines.findFirst().map(Long::valueOf);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + record, e);
        }
    }
}
