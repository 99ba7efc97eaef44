package dev.sluice.bench.job;

import dev.sluice.worker.WorkerApplication;
import org.springframework.boot.builder.SpringApplicationBuilder;

/** The worker process as it is deployed, with the benchmark's jobs added. */
final class BenchWorker {

    private BenchWorker() {}

    public static void main(String[] arguments) {
        new SpringApplicationBuilder(WorkerApplication.class, NoopConfiguration.class).run(arguments);
    }
}
