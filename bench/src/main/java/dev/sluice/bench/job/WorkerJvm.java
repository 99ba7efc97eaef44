package dev.sluice.bench.job;

import dev.sluice.bench.process.Deployable;
import dev.sluice.bench.service.JavaProcess;
import dev.sluice.bench.service.RunningProcess;
import dev.sluice.embedded.process.LoopbackPort;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A worker in a JVM of its own. */
final class WorkerJvm {

    private WorkerJvm() {}

    /** @param settings Spring's keys and their values */
    static RunningProcess start(Map<String, Object> settings, JobsPlan plan) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("server.port", 0);
        all.put("sluice.worker.concurrency", plan.concurrency());
        all.put("sluice.bench.status", plan.status());
        // Its other handlers need these and do nothing here.
        all.put("spring.mail.host", LoopbackPort.HOST);
        all.put("sluice.mail.from", "bench@sluice.example");
        all.put("sluice.youtube.api-key", "none");
        return JavaProcess.start("worker", arguments(all));
    }

    private static List<String> arguments(Map<String, Object> settings) {
        List<String> arguments = new ArrayList<>(Deployable.WORKER.flags());
        // Names it to whoever reads its command line, of which the class path leaves nothing else to be seen.
        arguments.add("-Dsluice.process=app-worker");
        arguments.addAll(List.of("-cp", JavaProcess.classPath(), BenchWorker.class.getName()));
        arguments.addAll(JavaProcess.arguments(settings));
        return arguments;
    }
}
