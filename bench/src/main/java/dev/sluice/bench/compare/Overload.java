package dev.sluice.bench.compare;

import dev.sluice.bench.compare.NestJsPeer.Adapter;
import dev.sluice.bench.compare.Sides.Side;
import dev.sluice.bench.load.Answers;
import dev.sluice.bench.load.Answers.Window;
import dev.sluice.bench.load.OpenLoop;
import dev.sluice.bench.report.Findings;
import java.time.Duration;
import java.util.List;

/** Portfolios without any cache, ten times as many as a process can work out, over thousands of open connections. */
record Overload(Stage stage, UncachedPortfolios portfolios) {

    private static final List<Integer> LEVELS = List.of(2_000, 5_000);

    void measure() {
        List<Integer> levels = LEVELS.stream()
                .filter(level -> OpenFiles.suffice(level, stage.progress()))
                .toList();
        try (Sides sides = portfolios.open(Adapter.FASTIFY)) {
            stage.eachRound("overload", round -> sides.all().forEach(side -> overload(side, levels)));
        }
    }

    private void overload(Side side, List<Integer> levels) {
        String name = side.name().equals("sluice") ? "overload" : "overload." + side.name();
        double peak = portfolios.peak(side, stage.plan().span());
        stage.findings().add(name + ".peak", "answers/s", peak);
        if (portfolios.canBeFlooded(peak)) {
            List<Run> runs =
                    levels.stream().map(level -> run(side, level, peak)).toList();
            runs.forEach(run -> run.addTo(stage.findings(), name, peak));
            addAll(name, runs);
        }
    }

    private Run run(Side side, int connections, double peak) {
        OpenLoop loop = UncachedPortfolios.flood(connections, peak, stage.plan().span());
        return new Run(loop, portfolios.ask(side, loop));
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
