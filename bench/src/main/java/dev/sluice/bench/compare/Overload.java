package dev.sluice.bench.compare;

import dev.sluice.bench.compare.NestJsPeer.Adapter;
import dev.sluice.bench.compare.Sides.Side;
import dev.sluice.bench.load.Answers;
import dev.sluice.bench.load.Answers.Window;
import dev.sluice.bench.load.H2load;
import dev.sluice.bench.load.H2load.Protocol;
import dev.sluice.bench.load.OpenLoop;
import dev.sluice.bench.process.Deployable;
import dev.sluice.bench.process.UncachedApi;
import dev.sluice.bench.report.Findings;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Portfolios without any cache, ten times as many as a process can work out, over thousands of open connections. */
record Overload(Stage stage, H2load h2load) {

    private static final List<Integer> LEVELS = List.of(2_000, 5_000);
    private static final int TIMES = 10;

    /** Answers in a second; with less, connections would wait so long for their turn that servers close them. */
    private static final int LEAST = 25;

    /** As many as the pool has. */
    private static final int POOLED = 20;

    void measure() {
        List<Integer> levels = LEVELS.stream()
                .filter(level -> OpenFiles.suffice(level, stage.progress()))
                .toList();
        try (Sides sides =
                Sides.open(stage, () -> Deployable.API.start(UncachedApi.class, settings()), false, Adapter.FASTIFY)) {
            sides.all().forEach(side -> stage.warmUp(span -> peak(side, span)));
            stage.eachRound("overload", round -> sides.all().forEach(side -> overload(side, levels)));
        }
    }

    private void overload(Side side, List<Integer> levels) {
        String name = side.name().equals("sluice") ? "overload" : "overload." + side.name();
        double peak = peak(side, stage.plan().span());
        stage.findings().add(name + ".peak", "answers/s", peak);
        if (peak < LEAST) {
            stage.progress().step("  so little that ten times as much is no load: the rest is left out");
            return;
        }
        List<Run> runs = levels.stream().map(level -> run(side, level, peak)).toList();
        runs.forEach(run -> run.addTo(stage.findings(), name, peak));
        addAll(name, runs);
    }

    /** What it answers in a second when it is asked no more than it can do. */
    private double peak(Side side, Duration span) {
        return generator(side)
                .closedLoop(portfolios(side), POOLED, span)
                .whole()
                .goodRate();
    }

    private Run run(Side side, int connections, double peak) {
        OpenLoop loop = new OpenLoop(connections, TIMES * peak, stage.plan().span());
        return new Run(loop, generator(side).openLoop(portfolios(side), loop));
    }

    /** What holds for all runs of a round. */
    private void addAll(String name, List<Run> runs) {
        long unanswered =
                runs.stream().mapToLong(run -> run.answers().unanswered()).sum();
        stage.findings().add(name + ".unanswered", "requests", (double) unanswered);
        runs.stream()
                .flatMap(run -> run.steady().refusalPercentile(99).stream())
                .max(Duration::compareTo)
                .ifPresent(worst -> stage.findings().add(name + ".refusal.p99", "ms", Throughput.millis(worst)));
    }

    private Map<String, Object> settings() {
        Map<String, Object> settings = new HashMap<>(stage.settings());
        settings.put("server.http2.enabled", true);
        return settings;
    }

    /** Tomcat leaves out the reason phrase, without which h2load sees the status over HTTP/2 only. */
    private H2load generator(Side side) {
        return h2load.speaking(side.name().equals("sluice") ? Protocol.HTTP_2 : Protocol.HTTP_1);
    }

    private List<URI> portfolios(Side side) {
        return stage.shops().portfolioPaths().stream().map(side.uri()::resolve).toList();
    }

    /** One load and what came of it. */
    private record Run(OpenLoop loop, Answers answers) {

        /** What came once all connections were open. */
        private Window steady() {
            return answers.window(loop.ramp(), loop.span());
        }

        private void addTo(Findings findings, String side, double peak) {
            String name = side + ".c" + loop.connections();
            Window steady = steady();
            findings.add(name + ".goodput", "of peak", steady.goodRate() / peak);
            findings.add(name + ".answers", "answers/s", steady.goodRate());
            findings.add(name + ".refusals", "answers/s", steady.refusalRate());
            findings.add(name + ".errors", "answers/s", steady.errorRate());
            steady.goodPercentile(99)
                    .ifPresent(p99 -> findings.add(name + ".answer.p99", "ms", Throughput.millis(p99)));
            addRamp(findings, name + ".ramp");
        }

        private void addRamp(Findings findings, String name) {
            Window ramp = answers.window(Duration.ZERO, loop.ramp());
            findings.add(name, "s", loop.ramp().toMillis() / 1e3);
            findings.add(name + ".answers", "answers/s", ramp.goodRate());
            ramp.refusalPercentile(99)
                    .ifPresent(p99 -> findings.add(name + ".refusal.p99", "ms", Throughput.millis(p99)));
        }
    }
}
