package dev.sluice.bench.compare;

import dev.sluice.bench.compare.NestJsPeer.Adapter;
import dev.sluice.bench.load.Wrk;
import dev.sluice.bench.load.WrkScript;
import dev.sluice.bench.process.Deployable;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** One row by its key, which neither side caches, on more connections than any pool has. */
record RowReads(Stage stage, Wrk wrk) {

    private static final int WARM_UP = 64;
    private static final List<Integer> LEVELS = List.of(1_000, 5_000);

    void measure() {
        Path script = WrkScript.reads(stage.shops().productPaths());
        List<Integer> levels = LEVELS.stream()
                .filter(level -> OpenFiles.suffice(level, stage.progress()))
                .toList();
        try (Sides sides = Sides.open(stage, () -> Deployable.API.start(stage.settings()), true, Adapter.FASTIFY)) {
            sides.all()
                    .forEach(side -> stage.warmUp(
                            span -> wrk.run(side.uri(), WARM_UP, span, script).rate()));
            stage.eachRound("row reads", round -> levels.forEach(level -> compare(sides, level, script)));
        }
    }

    private void compare(Sides sides, int connections, Path script) {
        String name = "rowRead.c" + connections;
        Throughput throughput = new Throughput(stage.findings(), "req/s");
        Map<String, Double> rates = new LinkedHashMap<>();
        sides.all()
                .forEach(side -> rates.put(
                        side.name(),
                        throughput.add(
                                name + "." + side.name(),
                                () -> wrk.run(
                                        side.uri(), connections, stage.plan().span(), script))));
        new Ratios(stage.findings(), name).add(rates);
    }
}
