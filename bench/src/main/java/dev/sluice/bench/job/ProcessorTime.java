package dev.sluice.bench.job;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The time that the processors have spent on this process and all that it has started, by program. */
record ProcessorTime(Map<String, Duration> programs) {

    /** Programs that are better known by other names; Debian's redis-server is a link to redis-check-rdb. */
    private static final Map<String, String> PRODUCTS =
            Map.of("beam.smp", "rabbitmq", "java", "worker", "redis-server", "redis", "redis-check-rdb", "redis");

    static ProcessorTime now() {
        ProcessHandle self = ProcessHandle.current();
        return new ProcessorTime(Stream.concat(Stream.of(self), self.descendants())
                .collect(Collectors.toMap(
                        process -> name(process, self), ProcessorTime::time, Duration::plus, TreeMap::new)));
    }

    private static String name(ProcessHandle process, ProcessHandle self) {
        String command = process.info()
                .command()
                .map(path -> Path.of(path).getFileName().toString())
                .orElse("other");
        return process.equals(self) ? "bench" : PRODUCTS.getOrDefault(command, command);
    }

    private static Duration time(ProcessHandle process) {
        return process.info().totalCpuDuration().orElse(Duration.ZERO);
    }

    /** The microseconds that each of so many jobs has cost since, by program and in all. */
    Map<String, Double> perJob(int jobs) {
        Map<String, Double> cost = new TreeMap<>();
        now().programs
                .forEach((program, time) -> cost.put(
                        program,
                        time.minus(programs.getOrDefault(program, Duration.ZERO))
                                        .toNanos()
                                / 1e3
                                / jobs));
        cost.values().removeIf(micros -> micros < 1);
        cost.put("all", cost.values().stream().mapToDouble(Double::doubleValue).sum());
        return cost;
    }
}
