package dev.sluice.local.endtoend;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A wall clock that is off, for a process that is started with it; spans that it measures are right all the same.
 *
 * @param library libfaketime, which stands between a process and the system's clock
 * @param offset as libfaketime reads it, such as +2h
 */
record FakeTime(Path library, String offset) {

    private static final Path LIBRARIES = Path.of("/usr/lib");
    private static final String LIBRARY = "faketime/libfaketimeMT.so.1";

    /**
     * Clocks that are two hours fast and two hours slow, where libfaketime is installed.
     *
     * @throws IllegalStateException in CI (environment {@code CI=true}) when it is not installed
     */
    static List<FakeTime> available() {
        Optional<Path> library = installed();
        if (library.isEmpty() && "true".equals(System.getenv("CI"))) {
            throw new IllegalStateException("CI=true needs clocks that are off: install faketime");
        }
        return library.stream()
                .flatMap(found -> Stream.of("+2h", "-2h").map(offset -> new FakeTime(found, offset)))
                .toList();
    }

    /** Debian keeps it in a folder of the machine's architecture. */
    private static Optional<Path> installed() {
        try (Stream<Path> folders = Files.list(LIBRARIES)) {
            return Stream.concat(Stream.of(LIBRARIES), folders)
                    .map(folder -> folder.resolve(LIBRARY))
                    .filter(Files::exists)
                    .findFirst();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot list " + LIBRARIES, e);
        }
    }

    /** The variables of a process that is to have this clock. */
    Map<String, String> environment() {
        return Map.of(
                "LD_PRELOAD",
                library.toString(),
                "FAKETIME",
                offset,
                "FAKETIME_DONT_FAKE_MONOTONIC",
                "1",
                // Otherwise waits with a time limit, which go by the monotonic clock, would end at once or never.
                "FAKETIME_FORCE_MONOTONIC_FIX",
                "0");
    }

    @Override
    public String toString() {
        return offset;
    }
}
