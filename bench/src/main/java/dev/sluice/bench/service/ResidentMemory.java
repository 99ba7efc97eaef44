package dev.sluice.bench.service;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What Linux tells of a process's memory in {@code /proc/<pid>/status}. */
final class ResidentMemory {

    private static final Pattern HIGH_WATER_MARK = Pattern.compile("VmHWM:\\s+(\\d+) kB");
    private static final double KIB_IN_MIB = 1024;

    private ResidentMemory() {}

    static OptionalDouble peak(long process) {
        try {
            return peak(Files.readAllLines(Path.of("/proc", Long.toString(process), "status")));
        } catch (IOException untold) {
            return OptionalDouble.empty();
        }
    }

    static OptionalDouble peak(List<String> status) {
        return status.stream()
                .map(HIGH_WATER_MARK::matcher)
                .filter(Matcher::matches)
                .mapToDouble(line -> Long.parseLong(line.group(1)) / KIB_IN_MIB)
                .findFirst();
    }
}
