package dev.sluice.bench.compare;

import dev.sluice.bench.process.Deployable;
import dev.sluice.bench.process.NoopOrdersWorker;
import dev.sluice.bench.process.SluiceProcess;
import dev.sluice.bench.service.RunningProcess;
import java.util.ArrayList;
import java.util.List;

/** The workers of both sides. */
record Workers(List<RunningProcess> all) implements AutoCloseable {

    /** Workers that do nothing for an order but complete it. */
    static Workers withoutWork(Stage stage) {
        List<RunningProcess> all = new ArrayList<>();
        all.add(sluice(stage, false));
        stage.peer().ifPresent(peer -> all.add(peer.worker(stage, false)));
        return new Workers(List.copyOf(all));
    }

    /** @param full whether it draws and sends invoices, as deployed, or does nothing but complete the order */
    static RunningProcess sluice(Stage stage, boolean full) {
        SluiceProcess worker = full
                ? Deployable.WORKER.start(stage.workerSettings())
                : Deployable.WORKER.start(NoopOrdersWorker.class, stage.workerSettings());
        return worker.process();
    }

    int count() {
        return all.size();
    }

    @Override
    public void close() {
        all.forEach(RunningProcess::close);
    }
}
