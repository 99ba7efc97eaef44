package dev.sluice.bench.compare;

import dev.sluice.bench.load.H2load;
import dev.sluice.bench.load.Wrk;
import dev.sluice.bench.report.Figure;
import dev.sluice.bench.report.FigureTable;
import dev.sluice.bench.report.Findings;
import dev.sluice.bench.report.Machine;
import dev.sluice.bench.report.Progress;
import dev.sluice.bench.report.Report;
import dev.sluice.bench.report.ResultsFile;
import dev.sluice.bench.service.Services;
import dev.sluice.bench.shop.DemoShops;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** Measures Sluice beside the NestJS peer, one scenario after the other. */
public final class CompareBenchmark {

    private static final Path RESULTS = Path.of("bench", "results");

    private final Progress progress = new Progress();
    private final ComparePlan plan;

    private CompareBenchmark(ComparePlan plan) {
        this.plan = plan;
    }

    public static void run(Map<String, String> environment) {
        new CompareBenchmark(ComparePlan.of(environment)).run();
    }

    private void run() {
        progress.step("%s", plan);
        Stage stage = stage();
        plan.topics().stream().sorted().forEach(topic -> measure(topic, stage));
        report(stage);
    }

    private Stage stage() {
        Optional<NestJsPeer> peer = plan.peer() ? NestJsPeer.find() : Optional.empty();
        if (peer.isEmpty()) {
            progress.step(
                    plan.peer()
                            ? "Node is not installed (nodejs 20 or later, with npm): the peer and all ratios are left out"
                            : "the peer and all ratios are left out");
        }
        Services services = Services.start(CountedStatements.OPTIONS);
        progress.step("services are up");
        DemoShops shops = DemoShops.sown(services.postgres(), plan.size(), progress);
        return new Stage(plan, services, shops, MailSink.start(), peer, new Findings(progress), progress);
    }

    private void measure(Topic topic, Stage stage) {
        switch (topic) {
            case CACHED_READ -> withWrk(topic).ifPresent(wrk -> new CachedReads(stage, wrk).measure());
            case ROW_READ -> withWrk(topic).ifPresent(wrk -> new RowReads(stage, wrk).measure());
            case OVERLOAD -> uncached(topic, stage).ifPresent(portfolios -> new Overload(stage, portfolios).measure());
            case OUTAGE -> uncached(topic, stage).ifPresent(portfolios -> new Outage(stage, portfolios).measure());
            case STAMPEDE -> new Stampede(stage).measure();
            case START -> new Starts(stage).measure();
            case DRAIN -> new Drains(stage).measure();
            case ORDER -> withWrk(topic).ifPresent(wrk -> new Placements(stage, wrk).measure());
        }
    }

    private Optional<Wrk> withWrk(Topic topic) {
        Optional<Wrk> wrk = Wrk.find();
        if (wrk.isEmpty()) {
            progress.step("wrk is not installed (Debian: apt-get install wrk): %s is left out", topic);
        }
        return wrk;
    }

    private Optional<UncachedPortfolios> uncached(Topic topic, Stage stage) {
        Optional<H2load> h2load = H2load.find();
        if (h2load.isEmpty()) {
            progress.step("h2load is not installed (Debian: apt-get install nghttp2-client): %s is left out", topic);
        }
        return h2load.map(program -> new UncachedPortfolios(stage, program));
    }

    private void report(Stage stage) {
        // What was asked for first, what explains it after.
        List<Figure> figures = stage.findings().figures().stream()
                .sorted(Comparator.comparing(figure -> !Targets.ALL.containsKey(figure.name())))
                .toList();
        ResultsFile file = new ResultsFile(RESULTS.resolve("bench.json"));
        new Report(new FigureTable(figures, machine(stage), Targets.ALL), file).publish(progress);
        new Charts(figures).write(RESULTS);
    }

    private static Machine machine(Stage stage) {
        Map<String, String> versions = new TreeMap<>();
        versions.put("PostgreSQL", stage.shops().version());
        versions.put(stage.services().broker().name(), stage.services().brokerVersion());
        versions.put("Redis", stage.services().redis().version());
        stage.peer().ifPresent(peer -> versions.putAll(peer.versions()));
        return Machine.here(versions);
    }
}
