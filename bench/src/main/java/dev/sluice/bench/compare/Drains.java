package dev.sluice.bench.compare;

import dev.sluice.bench.compare.NestJsPeer.Adapter;
import dev.sluice.bench.compare.Sides.Side;
import dev.sluice.bench.load.Clients;
import dev.sluice.bench.process.Deployable;
import dev.sluice.bench.service.ProcessorTime;
import dev.sluice.bench.service.RunningProcess;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Orders that wait while no worker runs, and how fast one that is started then works them off. */
record Drains(Stage stage, OrderLog orders, List<String> bodies) {

    private static final int CLIENTS = 16;

    Drains(Stage stage) {
        this(stage, new OrderLog(stage.shops().database()), stage.shops().orders());
    }

    /**
     * A kind of job.
     *
     * @param name in the figures
     * @param full whether an invoice is drawn and sent
     * @param jobs how many are measured
     */
    private record Kind(String name, boolean full, int jobs) {

        /** The worker compiles its code while it works these off. */
        int warmUp() {
            return jobs / 2;
        }
    }

    void measure() {
        try (Sides sides = Sides.open(stage, () -> Deployable.API.start(stage.settings()), true, Adapter.FASTIFY)) {
            List<Kind> kinds = List.of(
                    new Kind("noop", false, stage.plan().noopJobs()),
                    new Kind("full", true, stage.plan().fullJobs()));
            stage.eachRound("drain", round -> kinds.forEach(kind -> compare(sides, kind)));
        }
    }

    private void compare(Sides sides, Kind kind) {
        String name = "drain." + kind.name();
        Map<String, Double> rates = new LinkedHashMap<>();
        for (Side side : sides.all()) {
            String worker = side.equals(sides.sluice()) ? "sluice" : "peer";
            double rate = drain(side, kind, worker);
            stage.findings().add(name + "." + worker, "jobs/s", rate);
            rates.put(worker, rate);
        }
        new Ratios(stage.findings(), name).add(rates);
    }

    private double drain(Side side, Kind kind, String worker) {
        place(side.uri().resolve("/v1/orders"), kind.warmUp() + kind.jobs());
        orders.settle();
        long mails = stage.mails().received();
        try (RunningProcess process = worker.equals("sluice")
                ? Workers.sluice(stage, kind.full())
                : stage.peer().orElseThrow().worker(stage, kind.full())) {
            ProcessorTime before = ProcessorTime.now();
            orders.awaitCompleted();
            stage.findings()
                    .addEach(
                            "drain." + kind.name() + "." + worker + ".cpu",
                            "us each",
                            before.perPiece(kind.warmUp() + kind.jobs()));
            if (kind.full()) {
                addMemory(worker, process);
                requireMails(stage.mails().received() - mails, kind.warmUp() + kind.jobs());
            }
        }
        return orders.completedInSecond(kind.jobs());
    }

    private void place(URI uri, int count) {
        String run = UUID.randomUUID().toString();
        Clients.closedLoop(
                CLIENTS,
                0,
                count,
                number -> Http.post(
                        uri,
                        bodies.get((int) (number % bodies.size())),
                        run + number,
                        stage.shops().key()));
    }

    private void addMemory(String worker, RunningProcess process) {
        String name = worker.equals("sluice") ? "worker.rss" : "worker.rss." + worker;
        process.peakResident().ifPresent(mebibytes -> stage.findings().add(name, "MiB", mebibytes));
    }

    private static void requireMails(long sent, int wanted) {
        if (sent < wanted) {
            throw new IllegalStateException("only %d of %d e-mails were sent".formatted(sent, wanted));
        }
    }
}
