package dev.sluice.bench.service;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The time that the processors have spent on this process and on each that it has started and that still runs. */
public record ProcessorTime(Map<Long, Spent> processes) {

    /** Programs that are better known by other names; Debian's redis-server is a link to redis-check-rdb. */
    private static final Map<String, String> PRODUCTS =
            Map.of("beam.smp", "rabbitmq", "redis-server", "redis", "redis-check-rdb", "redis");

    private static final String ALL = "all";

    /** What one process has spent. */
    public record Spent(String program, Duration time) {

        Spent since(Spent before) {
            return new Spent(program, time.minus(before.time));
        }
    }

    public static ProcessorTime now() {
        ProcessHandle self = ProcessHandle.current();
        return new ProcessorTime(Stream.concat(Stream.of(self), self.descendants())
                .collect(Collectors.toMap(
                        ProcessHandle::pid, process -> new Spent(name(process, self), time(process)))));
    }

    private static String name(ProcessHandle process, ProcessHandle self) {
        String command = process.info()
                .command()
                .map(path -> Path.of(path).getFileName().toString())
                .orElse("other");
        if (process.equals(self)) {
            return "bench";
        }
        return command.equals("java") ? deployable(process) : PRODUCTS.getOrDefault(command, command);
    }

    /** API or worker: their jars and main classes say which. */
    private static String deployable(ProcessHandle java) {
        return java.info().commandLine().orElse("").contains("app-worker") ? "worker" : "api";
    }

    private static Duration time(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** The microseconds that each of so many pieces of work has cost since, by program and in all; without what has ended. */
    public Map<String, Double> perPiece(long pieces) {
        Map<String, Double> cost = new TreeMap<>();
        now().processes.forEach((pid, spent) -> {
            Spent since = spent.since(processes.getOrDefault(pid, new Spent(spent.program(), Duration.ZERO)));
            cost.merge(since.program(), since.time().toNanos() / 1e3 / Math.max(1, pieces), Double::sum);
        });
        cost.values().removeIf(micros -> micros < 1);
        cost.put(ALL, cost.values().stream().mapToDouble(Double::doubleValue).sum());
        return cost;
    }
}
