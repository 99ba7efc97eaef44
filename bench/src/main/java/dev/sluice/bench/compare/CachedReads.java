package dev.sluice.bench.compare;

import dev.sluice.bench.compare.NestJsPeer.Adapter;
import dev.sluice.bench.compare.Sides.Side;
import dev.sluice.bench.load.Wrk;
import dev.sluice.bench.process.ConstantApi;
import dev.sluice.bench.process.Deployable;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A portfolio that is cached, and in Sluice's process a constant body of the same size. */
record CachedReads(Stage stage, Wrk wrk) {

    private static final List<Integer> LEVELS = List.of(64, 256, 1_000);
    private static final int WARM_UP = 64;
    private static final String CONSTANT = "constant";

    void measure() {
        String path = stage.shops().portfolioPaths().getFirst();
        try (Sides sides = Sides.open(
                stage,
                () -> Deployable.API.start(ConstantApi.class, stage.settings()),
                true,
                Adapter.EXPRESS,
                Adapter.FASTIFY)) {
            Map<String, URI> targets = targets(sides, path);
            targets.values()
                    .forEach(target ->
                            stage.warmUp(span -> wrk.run(target, WARM_UP, span).rate()));
            stage.eachRound("cached reads", round -> LEVELS.forEach(level -> compare(targets, level)));
            sides.all().forEach(this::addMemory);
        }
    }

    private static Map<String, URI> targets(Sides sides, String path) {
        Map<String, URI> targets = new LinkedHashMap<>();
        sides.all().forEach(side -> targets.put(side.name(), side.uri().resolve(path)));
        URI own = sides.sluice().uri();
        targets.put(CONSTANT, own.resolve(ConstantApi.path(Http.size(own.resolve(path)))));
        return targets;
    }

    private void compare(Map<String, URI> targets, int connections) {
        String name = "cachedRead.c" + connections;
        Throughput throughput = new Throughput(stage.findings(), "req/s");
        Map<String, Double> rates = new LinkedHashMap<>();
        targets.forEach((side, uri) -> rates.put(
                side,
                throughput.add(
                        name + "." + side,
                        () -> wrk.run(uri, connections, stage.plan().span()))));
        new Ratios(stage.findings(), name).add(rates);
    }

    private void addMemory(Side side) {
        String name = side.name().equals("sluice") ? "api.rss" : "api.rss." + side.name();
        side.process().peakResident().ifPresent(mebibytes -> stage.findings().add(name, "MiB", mebibytes));
    }
}
