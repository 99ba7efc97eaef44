package dev.sluice.bench.compare;

import dev.sluice.bench.compare.NestJsPeer.Adapter;
import dev.sluice.bench.compare.Sides.Side;
import dev.sluice.bench.load.SimultaneousReads;
import dev.sluice.bench.process.Deployable;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Many ask at the same moment for a portfolio that nobody has read before. */
record Stampede(Stage stage) {

    private static final int CLIENTS = 500;

    void measure() {
        List<String> unread = stage.shops().portfolioPaths().reversed();
        CountedStatements statements = new CountedStatements(stage.shops().database());
        try (Sides sides = Sides.open(stage, () -> Deployable.API.start(stage.settings()), true, Adapter.FASTIFY)) {
            sides.all().forEach(side -> read(side, unread.getFirst()));
            stage.eachRound(
                    "stampede",
                    round -> sides.all().forEach(side -> measure(side, unread.get(round % unread.size()), statements)));
        }
    }

    private void measure(Side side, String path, CountedStatements statements) {
        String name = side.name().equals("sluice") ? "stampede" : "stampede." + side.name();
        if (CountedStatements.areCountedBy(stage.services().postgres())) {
            AtomicLong answers = new AtomicLong();
            long queries = statements.during(() -> answers.set(read(side, path)));
            stage.findings().add(name + ".queries", "queries", (double) queries);
            stage.findings().add(name + ".answers", "answers", (double) answers.get());
        } else {
            stage.findings().add(name + ".answers", "answers", (double) read(side, path));
        }
    }

    private static long read(Side side, String path) {
        return new SimultaneousReads(side.uri().resolve(path), CLIENTS).goodAnswers();
    }
}
