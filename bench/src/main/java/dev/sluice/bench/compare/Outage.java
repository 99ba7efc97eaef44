package dev.sluice.bench.compare;

import dev.sluice.bench.compare.Sides.Side;
import dev.sluice.bench.load.Answers;
import dev.sluice.bench.load.Answers.Window;
import dev.sluice.bench.load.OpenLoop;
import dev.sluice.bench.report.Findings;
import dev.sluice.bench.service.InstalledPostgres;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/** The overload again, and in the midst of it the database fails and comes back. */
record Outage(Stage stage, UncachedPortfolios portfolios) {

    private static final int CONNECTIONS = 2_000;

    /** How long the overload lasts before the fault. */
    private static final Duration BEFORE = Duration.ofSeconds(5);

    /** How long a recovery is looked for. */
    private static final Duration AFTER = Duration.ofSeconds(20);

    /** How much longer the overload lasts, as the database does not go and come in no time. */
    private static final Duration SPARE = Duration.ofSeconds(10);

    void measure() {
        Optional<InstalledPostgres> database = stage.services().postgres().installed();
        if (database.isEmpty()) {
            stage.progress().step("PostgreSQL is not installed (Debian: postgresql): the outage is left out");
        } else if (OpenFiles.suffice(CONNECTIONS, stage.progress())) {
            try (Sides sides = portfolios.open()) {
                stage.eachRound(
                        "outage", round -> Fault.ALL.forEach(fault -> fail(sides.sluice(), fault, database.get())));
            }
        }
    }

    private void fail(Side side, Fault fault, InstalledPostgres database) {
        double peak = portfolios.peak(side, stage.plan().span());
        if (portfolios.canBeFlooded(peak)) {
            fail(side, peak, fault, database);
        }
    }

    private void fail(Side side, double peak, Fault fault, InstalledPostgres database) {
        Duration span = BEFORE.plus(fault.span()).plus(AFTER).plus(SPARE);
        OpenLoop loop = UncachedPortfolios.flood(CONNECTIONS, peak, span);
        Duration delay = loop.ramp().plus(BEFORE);
        Executor then = CompletableFuture.delayedExecutor(delay.toMillis(), TimeUnit.MILLISECONDS);
        CompletableFuture<Spell> spell = CompletableFuture.supplyAsync(() -> fault.strike(database), then);
        Answers answers = portfolios.ask(side, loop);
        new Run(answers, spell.join()).addTo(stage.findings(), "outage." + fault.text());
    }

    /** @param text as the figures' names say it */
    private record Fault(String text, Duration span, Blow blow) {

        private static final List<Fault> ALL = List.of(
                new Fault("paused", Duration.ofSeconds(5), InstalledPostgres::pause),
                new Fault("killed", Duration.ofSeconds(10), InstalledPostgres::kill));

        private Spell strike(InstalledPostgres database) {
            Instant begin = Instant.now();
            try {
                blow.strike(database, span);
            } catch (InterruptedException hurried) {
                Thread.currentThread().interrupt();
            }
            return new Spell(begin, Instant.now());
        }
    }

    private interface Blow {
        void strike(InstalledPostgres database, Duration span) throws InterruptedException;
    }

    /** From the fault until the database is there again. */
    private record Spell(Instant begin, Instant end) {}

    private record Run(Answers answers, Spell spell) {

        private static final double RECOVERED = 0.9;
        private static final Duration STEP = Duration.ofMillis(250);
        private static final Duration SECOND = Duration.ofSeconds(1);

        private void addTo(Findings findings, String name) {
            double before =
                    answers.between(spell.begin().minus(BEFORE), spell.begin()).goodRate();
            Window outage = answers.between(spell.begin(), spell.end());
            findings.add(name + ".unanswered", "requests", (double) answers.unanswered());
            findings.add(name + ".before", "answers/s", before);
            findings.add(name + ".recovery", "s", recovery(before).toMillis() / 1e3);
            findings.add(name + ".refusals", "answers/s", outage.refusalRate());
            findings.add(name + ".errors", "answers/s", outage.errorRate());
            outage.refusalPercentile(99)
                    .ifPresent(p99 -> findings.add(name + ".refusal.p99", "ms", Throughput.millis(p99)));
        }

        /** How long after the outage a second begins that has almost as many good answers as before; the rest if none. */
        private Duration recovery(double before) {
            double enough = Math.max(1, RECOVERED * before);
            Duration after = Duration.ZERO;
            while (after.compareTo(AFTER) < 0 && second(after).goodRate() < enough) {
                after = after.plus(STEP);
            }
            return after;
        }

        private Window second(Duration after) {
            Instant begin = spell.end().plus(after);
            return answers.between(begin, begin.plus(SECOND));
        }
    }
}
