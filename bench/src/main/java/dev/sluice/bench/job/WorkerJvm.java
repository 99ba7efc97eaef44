package dev.sluice.bench.job;

import dev.sluice.embedded.process.AtExit;
import dev.sluice.embedded.process.Folders;
import dev.sluice.embedded.process.LoopbackPort;
import dev.sluice.embedded.process.ServiceProcess;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A worker in a JVM of its own. */
final class WorkerJvm implements AutoCloseable {

    private static final String OPTIONS = "SLUICE_BENCH_WORKER_OPTIONS";

    /** As in the container file of the worker. */
    private static final String AS_DEPLOYED = "-XX:+UseSerialGC -XX:TieredStopAtLevel=1";

    private final ServiceProcess process;
    private final Path folder;
    private boolean closed;

    private WorkerJvm(ServiceProcess process, Path folder) {
        this.process = process;
        this.folder = folder;
    }

    /** @param settings Spring's keys and their values */
    static WorkerJvm start(Map<String, Object> settings, JobsPlan plan) {
        Map<String, Object> all = new HashMap<>(settings);
        all.put("server.port", 0);
        all.put("sluice.worker.concurrency", plan.concurrency());
        all.put("sluice.bench.status", plan.status());
        // Its other handlers need these and do nothing here.
        all.put("spring.mail.host", LoopbackPort.HOST);
        all.put("sluice.mail.from", "bench@sluice.example");
        all.put("sluice.youtube.api-key", "none");
        Path folder = Folders.temporary("bench-worker");
        WorkerJvm worker = new WorkerJvm(ServiceProcess.start("worker", command(all), Map.of(), folder), folder);
        AtExit.close(worker);
        return worker;
    }

    private static List<String> command(Map<String, Object> settings) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(
                List.of(System.getenv().getOrDefault(OPTIONS, AS_DEPLOYED).split(" +", -1)));
        command.addAll(List.of("-cp", absoluteClassPath(), BenchWorker.class.getName()));
        settings.forEach((key, value) -> command.add("--" + key + "=" + value));
        return command;
    }

    private static String absoluteClassPath() {
        String separator = System.getProperty("path.separator");
        List<String> entries = new ArrayList<>();
        for (String entry : System.getProperty("java.class.path").split(separator, -1)) {
            entries.add(Path.of(entry).toAbsolutePath().toString());
        }
        return String.join(separator, entries);
    }

    boolean isAlive() {
        return process.handle().isAlive();
    }

    Path log() {
        return folder.resolve("worker.log");
    }

    /** Closing it again does nothing: an interrupted benchmark closes it from two sides. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        AtExit.forget(this);
        process.terminate();
        Folders.delete(folder);
    }
}
