package dev.sluice.bench.compare;

import dev.sluice.bench.compare.NestJsPeer.Adapter;
import dev.sluice.bench.process.Deployable;
import dev.sluice.bench.service.RunningProcess;
import java.util.function.Supplier;

/** How long a process takes from its start until it is ready, with its files in the system's memory. */
record Starts(Stage stage) {

    private static final String UNIT = "s";

    void measure() {
        stage.progress().step("training the start-up caches");
        Deployable.API.start(stage.settings()).close();
        Deployable.WORKER.start(stage.workerSettings()).close();
        stage.eachRound("starts", round -> {
            add("api.coldStart", () -> Deployable.API.start(stage.settings()).process());
            add(
                    "api.coldStart.plain",
                    () -> Deployable.API.startPlain(stage.settings()).process());
            add(
                    "worker.coldStart",
                    () -> Deployable.WORKER.start(stage.workerSettings()).process());
            add(
                    "worker.coldStart.plain",
                    () -> Deployable.WORKER.startPlain(stage.workerSettings()).process());
            stage.peer().ifPresent(this::addPeer);
        });
    }

    private void addPeer(NestJsPeer peer) {
        for (Adapter adapter : Adapter.values()) {
            add("api.coldStart." + adapter, () -> peer.api(adapter, stage, true).process());
        }
        add("worker.coldStart.peer", () -> peer.worker(stage, true));
    }

    private void add(String name, Supplier<RunningProcess> start) {
        long begin = System.nanoTime();
        try (RunningProcess process = start.get()) {
            stage.findings().add(name, UNIT, (System.nanoTime() - begin) / 1e9);
        }
    }
}
