package dev.sluice.local.state;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** One process, told by its id and its start: an id alone may belong to another process by now. */
record LedgerEntry(long pid, Instant start) {
    /** The operating system reckons a start from its own, whose record may shift by a second. */
    private static final Duration TOLERANCE = Duration.ofSeconds(2);

    static LedgerEntry of(ProcessHandle process) {
        return new LedgerEntry(process.pid(), startOf(process));
    }

    static LedgerEntry parsed(String line) {
        String[] fields = line.strip().split(" ", 2);
        return new LedgerEntry(Long.parseLong(fields[0]), Instant.parse(fields[1]));
    }

    String line() {
        return pid + " " + start;
    }

    /** The process, if it still lives. */
    Optional<ProcessHandle> find() {
        return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(this::startedThen);
    }

    private boolean startedThen(ProcessHandle process) {
        return Duration.between(start, startOf(process)).abs().compareTo(TOLERANCE) <= 0;
    }

    private static Instant startOf(ProcessHandle process) {
        return process.info().startInstant().orElse(Instant.EPOCH);
    }
}
