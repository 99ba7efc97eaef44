package dev.sluice.bench.cache;

import dev.sluice.bench.process.ConstantApi;
import dev.sluice.bench.process.Deployable;
import dev.sluice.bench.process.SluiceProcess;
import dev.sluice.bench.report.FigureTable;
import dev.sluice.bench.report.Findings;
import dev.sluice.bench.report.Machine;
import dev.sluice.bench.report.Progress;
import dev.sluice.bench.report.Report;
import dev.sluice.bench.report.ResultsFile;
import dev.sluice.bench.service.Services;
import dev.sluice.bench.shop.DemoShops;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** Measures cached reads over HTTP, in one process, and of many processes at once. */
public final class CacheBenchmark {

    private static final ResultsFile RESULTS = new ResultsFile(Path.of("bench", "results", "cache.json"));

    private static final Map<String, String> TARGETS = Map.of(
            "http.hit.p50", "at most 1",
            "http.cold.p50", "at most 61",
            "http.cold.statistics.p50", "at most 61",
            "http.hitToConstant", "at least 0.9",
            "local.hit.p50", "at most 200",
            "stampede.fetches", "1",
            "stampede.redisDown.fetches", "at most 3");

    private final Progress progress = new Progress();
    private final Findings findings = new Findings(progress);
    private final CachePlan plan;

    private CacheBenchmark(CachePlan plan) {
        this.plan = plan;
    }

    public static void run(Map<String, String> environment) {
        new CacheBenchmark(CachePlan.of(environment)).run();
    }

    private void run() {
        progress.step("%s", plan);
        Services services = Services.start(List.of());
        progress.step("services are up");
        DemoShops shops = DemoShops.sown(services.postgres(), plan.size(), progress);
        byte[] portfolio = readOverHttp(services, shops);
        progress.step("in one process, without HTTP");
        new ReadsInProcess(plan, services.redis(), findings).measure(portfolio);
        new Stampede(plan, findings, progress).measure();
        new Report(new FigureTable(findings.figures(), machine(services, shops), TARGETS), RESULTS).publish(progress);
    }

    /** @return a portfolio as it was answered */
    private byte[] readOverHttp(Services services, DemoShops shops) {
        try (SluiceProcess api = Deployable.API.start(ConstantApi.class, services.settings(shops.url()));
                OneClient client = new OneClient(api.uri(), shops.key())) {
            progress.step("the API is up");
            HttpReads reads = new HttpReads(plan, client, shops, findings);
            reads.warmUp();
            for (int round = 1; round <= plan.rounds(); round++) {
                progress.step("HTTP, round %d of %d", round, plan.rounds());
                reads.measure();
            }
            byte[] portfolio = client.body(reads.portfolio());
            Throughput.of(plan, api, reads.portfolio(), portfolio.length).measure(findings, progress);
            return portfolio;
        }
    }

    private static Machine machine(Services services, DemoShops shops) {
        Map<String, String> versions = new TreeMap<>();
        versions.put("PostgreSQL", shops.version());
        versions.put("Redis", services.redis().version());
        return Machine.here(versions);
    }
}
