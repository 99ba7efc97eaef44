package dev.sluice.local.state;

import dev.sluice.embedded.process.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The processes that a local run has started, written down so that the next run can end what a killed one left. */
public final class ProcessLedger {
    private static final Duration GRACE = Duration.ofSeconds(15);

    private final Path file;

    public ProcessLedger(StateFolder state) {
        this.file = state.path().resolve("processes");
    }

    public void add(ProcessHandle process) {
        String line = LedgerEntry.of(process).line() + System.lineSeparator();
        try {
            Files.writeString(file, line, StandardOpenOption.CREATE, StandardOpenOption.APPEND);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write " + file, e);
        }
    }

    /**
     * Ends those of the written processes that still live, the youngest first, and forgets all.
     *
     * @return how many there were
     */
    public int endLeftovers() {
        List<ProcessHandle> left = alive();
        left.reversed().forEach(ProcessLedger::end);
        forget();
        return left.size();
    }

    /** Forgets all processes, as they have ended in good order. */
    public void forget() {
        try {
            Files.deleteIfExists(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot remove " + file, e);
        }
    }

    private List<ProcessHandle> alive() {
        if (Files.notExists(file)) {
            return List.of();
        }
        try (Stream<String> lines = Files.lines(file)) {
            return lines.map(LedgerEntry::parsed)
                    .map(LedgerEntry::find)
                    .flatMap(Optional::stream)
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read " + file, e);
        }
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        if (!Waiting.untilEnded(process, GRACE)) {
            process.destroyForcibly();
            Waiting.untilEnded(process, GRACE);
        }
    }
}
