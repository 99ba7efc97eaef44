package dev.sluice.bench.compare;

import dev.sluice.bench.compare.NestJsPeer.Adapter;
import dev.sluice.bench.compare.Sides.Side;
import dev.sluice.bench.load.Wrk;
import dev.sluice.bench.load.WrkReport;
import dev.sluice.bench.load.WrkScript;
import dev.sluice.bench.process.Deployable;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;

/** Orders placed as fast as they are taken, while a worker runs that has nothing to do for them. */
record Placements(Stage stage, Wrk wrk, OrderLog orders) {

    private static final int CONNECTIONS = 64;

    Placements(Stage stage, Wrk wrk) {
        this(stage, wrk, new OrderLog(stage.shops().database()));
    }

    void measure() {
        Path script = WrkScript.posts(
                "/v1/orders", stage.shops().orders(), stage.shops().key());
        try (Sides sides = Sides.open(stage, () -> Deployable.API.start(stage.settings()), true, Adapter.FASTIFY);
                Workers workers = Workers.withoutWork(stage)) {
            stage.progress().step("%d workers run", workers.count());
            sides.all()
                    .forEach(side ->
                            stage.warmUp(span -> place(side, span, script).rate()));
            stage.eachRound("orders", round -> compare(sides, script));
        }
    }

    private void compare(Sides sides, Path script) {
        Throughput throughput = new Throughput(stage.findings(), "orders/s");
        Map<String, Double> rates = new LinkedHashMap<>();
        sides.all()
                .forEach(side -> rates.put(
                        side.name(),
                        throughput.add(
                                "order." + side.name(),
                                () -> place(side, stage.plan().span(), script))));
        new Ratios(stage.findings(), "order").add(rates);
    }

    /** Each side's jobs are done before the other's orders are placed. */
    private WrkReport place(Side side, Duration span, Path script) {
        orders.settle();
        WrkReport report = wrk.run(side.uri(), CONNECTIONS, span, script);
        orders.awaitCompleted();
        return report;
    }
}
