package dev.sluice.bench.cache;

import dev.sluice.bench.report.Findings;
import dev.sluice.bench.service.Redis;
import dev.sluice.embedded.process.AtExit;
import dev.sluice.embedded.process.Folders;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.BenchmarkResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/** The same reads without HTTP, by JMH: a process of its own for each round of each kind. */
record ReadsInProcess(CachePlan plan, Redis redis, Findings findings) {

    private static final TimeValue SPAN = TimeValue.seconds(3);

    /** @param document what is read */
    void measure(byte[] document) {
        Path file = written(document);
        run("localHit", file).forEach(round -> {
            addMedian("local.hit.p50", round);
            findings.add("local.hit.allocated", "bytes", allocated(round));
        });
        run("redisHit", file).forEach(round -> addMedian("redis.hit.p50", round));
        run("miss", file).forEach(round -> addMedian("miss.p50", round));
        findings.add("document", "bytes", document.length);
    }

    private static Path written(byte[] document) {
        Path folder = Folders.temporary("bench-document");
        AtExit.close(() -> Folders.delete(folder));
        try {
            return Files.write(folder.resolve("portfolio.json"), document);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot write to " + folder, e);
        }
    }

    private void addMedian(String name, BenchmarkResult round) {
        findings.add(name, "ns", round.getPrimaryResult().getStatistics().getPercentile(50));
    }

    /** By each read; that it is less than the document has shows that nothing was encoded or copied. */
    private static double allocated(BenchmarkResult round) {
        return Optional.ofNullable(round.getSecondaryResults().get("gc.alloc.rate.norm"))
                .orElseThrow()
                .getScore();
    }

    private List<BenchmarkResult> run(String name, Path document) {
        var options = new OptionsBuilder()
                .include(CacheReads.class.getName() + "." + name + "$")
                .mode(Mode.SampleTime)
                .timeUnit(TimeUnit.NANOSECONDS)
                .forks(plan.rounds())
                .warmupIterations(2)
                .warmupTime(SPAN)
                .measurementIterations(1)
                .measurementTime(SPAN)
                .addProfiler(GCProfiler.class)
                .verbosity(VerboseMode.SILENT)
                .shouldFailOnError(true)
                .jvmArgsAppend(
                        "-D" + CacheReads.REDIS + "=" + redis.port(), "-D" + CacheReads.DOCUMENT + "=" + document)
                .build();
        try {
            return List.copyOf(new Runner(options).runSingle().getBenchmarkResults());
        } catch (RunnerException e) {
            throw new IllegalStateException("JMH could not measure " + name, e);
        }
    }
}
