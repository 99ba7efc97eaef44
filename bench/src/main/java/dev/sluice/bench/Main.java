package dev.sluice.bench;

import dev.sluice.bench.job.JobsBenchmark;

/** Runs the benchmark that its argument names. */
public final class Main {

    private Main() {}

    public static void main(String[] arguments) {
        if (arguments.length != 1 || !arguments[0].equals("jobs")) {
            System.err.println("Name a benchmark: jobs");
            System.exit(2);
        }
        JobsBenchmark.run(System.getenv());
        // Spring and the embedded services leave threads behind.
        System.exit(0);
    }
}
