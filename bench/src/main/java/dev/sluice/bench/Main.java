package dev.sluice.bench;

import dev.sluice.bench.cache.CacheBenchmark;
import dev.sluice.bench.compare.CompareBenchmark;
import dev.sluice.bench.job.JobsBenchmark;
import java.util.List;

/** Runs the benchmark that its argument names. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        switch (String.join(" ", List.of(arguments))) {
            case "compare" -> CompareBenchmark.run(System.getenv());
            case "jobs" -> JobsBenchmark.run(System.getenv());
            case "cache" -> CacheBenchmark.run(System.getenv());
            default -> {
                System.err.println("Name a benchmark: compare, jobs or cache");
                System.exit(2);
            }
        }
        // Spring and the embedded services leave threads behind.
        System.exit(0);
    }
}
