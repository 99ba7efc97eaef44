package dev.sluice.bench.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/**
 * Where a benchmark ran.
 *
 * @param cores how many cores all processes shared
 * @param processor its name, as the system tells it
 * @param system the operating system
 * @param versions of what was measured, by product
 */
public record Machine(int cores, String processor, String system, Map<String, String> versions) {

    private static final Path CPUINFO = Path.of("/proc/cpuinfo");

    public Machine {
        versions = Map.copyOf(versions);
    }

    /** This machine, with Java's version added. */
    public static Machine here(Map<String, String> versions) {
        Map<String, String> all = new TreeMap<>(versions);
        all.put("Java", Runtime.version().toString());
        return new Machine(
                Runtime.getRuntime().availableProcessors(),
                processorName(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                all);
    }

    private static String processorName() {
        if (!Files.isReadable(CPUINFO)) {
            return System.getProperty("os.arch");
        }
        try (var lines = Files.lines(CPUINFO)) {
            return lines.filter(line -> line.startsWith("model name"))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst()
                    .orElse(System.getProperty("os.arch"));
        } catch (IOException unreadable) {
            return System.getProperty("os.arch");
        }
    }
}
