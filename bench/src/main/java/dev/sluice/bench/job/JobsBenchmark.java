package dev.sluice.bench.job;

import dev.sluice.bench.report.Figure;
import dev.sluice.bench.report.FigureTable;
import dev.sluice.bench.report.Machine;
import dev.sluice.bench.report.Measurements;
import dev.sluice.bench.report.Progress;
import dev.sluice.bench.report.Report;
import dev.sluice.bench.report.ResultsFile;
import dev.sluice.bench.service.Services;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Measures the job engine in rounds, beside BullMQ if Node is installed. */
public final class JobsBenchmark {

    private static final ResultsFile RESULTS = new ResultsFile(Path.of("bench", "results", "jobs.json"));

    private final Progress progress = new Progress();
    private final Measurements measurements = new Measurements();
    private final JobsPlan plan;

    private JobsBenchmark(JobsPlan plan) {
        this.plan = plan;
    }

    public static void run(Map<String, String> environment) {
        String options = environment.getOrDefault("SLUICE_BENCH_POSTGRES_OPTIONS", "");
        new JobsBenchmark(JobsPlan.of(environment))
                .run(options.isEmpty() ? List.of() : List.of(options.split(" +", -1)));
    }

    private void run(List<String> postgresOptions) {
        progress.step("%s", plan);
        Optional<Peer> peer = plan.peer() ? Peer.find() : Optional.empty();
        if (peer.isEmpty()) {
            progress.step(plan.peer() ? "Node is not installed: BullMQ is left out" : "BullMQ is left out");
        }
        Services services = Services.start(postgresOptions);
        progress.step("services are up");
        for (int round = 1; round <= plan.rounds(); round++) {
            round(round, services, peer);
        }
        report(machine(services, peer));
    }

    private void round(int number, Services services, Optional<Peer> peer) {
        progress.step("round %d of %d: Sluice", number, plan.rounds());
        SluiceRound.Rates own = SluiceRound.run(plan, services, measurements, progress);
        if (peer.isPresent()) {
            progress.step("round %d of %d: BullMQ", number, plan.rounds());
            compare(own, peer.get().run(plan, services));
        }
    }

    private void compare(SluiceRound.Rates own, PeerRates peer) {
        peer.costs().forEach((name, micros) -> add("peer." + name, "us/job", micros));
        peer.rates().forEach((name, rate) -> add("peer." + name, "jobs/s", rate));
        add("enqueue.vsPeer", "ratio", own.enqueue() / peer.rate("enqueue"));
        add("enqueue.withRow.vsPeer", "ratio", own.enqueueWithRow() / peer.rate("enqueue"));
        add("drain.noop.vsPeer", "ratio", own.drain() / peer.rate("drain.noop"));
    }

    private void add(String name, String unit, double value) {
        measurements.add(name, unit, value);
        progress.step("  %-20s %,.2f %s", name, value, unit);
    }

    private static Machine machine(Services services, Optional<Peer> peer) {
        Map<String, String> versions = new TreeMap<>();
        try (JobsDatabase database = JobsDatabase.empty(services.postgres(), "about")) {
            versions.put("PostgreSQL", database.version());
        }
        versions.put(services.broker().name(), services.brokerVersion());
        versions.put("Redis", services.redis().version());
        peer.ifPresent(found -> versions.putAll(found.versions()));
        return Machine.here(versions);
    }

    private void report(Machine machine) {
        // What was asked for first, what explains it after.
        List<Figure> figures = measurements.figures().stream()
                .sorted(Comparator.comparing(figure -> figure.name().contains(".cpu.")))
                .toList();
        new Report(new FigureTable(figures, machine), RESULTS).publish(progress);
    }
}
