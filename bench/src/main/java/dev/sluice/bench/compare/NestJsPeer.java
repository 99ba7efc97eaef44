package dev.sluice.bench.compare;

import dev.sluice.bench.service.NodeProject;
import dev.sluice.bench.service.Postgres;
import dev.sluice.bench.service.RunningProcess;
import dev.sluice.bench.service.Services;
import dev.sluice.embedded.process.LoopbackPort;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/** The same shop as a NestJS API and worker, on the same PostgreSQL and Redis. */
record NestJsPeer(NodeProject project) {

    private static final Duration LIMIT = Duration.ofMinutes(5);

    /** What HTTP server NestJS stands on. */
    enum Adapter {
        EXPRESS("express"),
        FASTIFY("fastify");

        /** As the peer's environment and the figures name it. */
        private final String text;

        Adapter(String text) {
            this.text = text;
        }

        @Override
        public String toString() {
            return text;
        }
    }

    /** Builds it; empty if Node is not installed. */
    static Optional<NestJsPeer> find() {
        Optional<NodeProject> project = NodeProject.find(Path.of("bench", "peer-nestjs"));
        project.ifPresent(found -> found.run("build"));
        return project.map(NestJsPeer::new);
    }

    Map<String, String> versions() {
        Map<String, String> versions = new TreeMap<>();
        versions.put("Node", project.nodeVersion());
        versions.put("NestJS", project.version("@nestjs/core"));
        versions.put("BullMQ", project.version("bullmq"));
        return versions;
    }

    /** @param cached whether it reads portfolios through its cache */
    PeerProcess api(Adapter adapter, Stage stage, boolean cached) {
        int port = LoopbackPort.free();
        Map<String, String> environment = environment(stage);
        environment.put("PORT", Integer.toString(port));
        environment.put("ADAPTER", adapter.toString());
        environment.put("CACHE_ENABLED", Boolean.toString(cached));
        URI uri = URI.create("http://" + LoopbackPort.HOST + ":" + port);
        PeerProcess process = new PeerProcess(start(adapter.toString(), "api.js", environment), uri);
        process.process().awaitReady(process::answers, LIMIT);
        return process;
    }

    /** @param full whether it draws and sends invoices, or does nothing but complete the order */
    RunningProcess worker(Stage stage, boolean full) {
        Map<String, String> environment = environment(stage);
        environment.put("SMTP_PORT", Integer.toString(stage.mails().port()));
        environment.put("HANDLER", full ? "full" : "noop");
        environment.put("CONCURRENCY", Integer.toString(stage.plan().concurrency()));
        RunningProcess worker = start("peer-worker", "worker.js", environment);
        worker.awaitReady(() -> worker.output().contains("ready"), LIMIT);
        return worker;
    }

    private RunningProcess start(String name, String script, Map<String, String> environment) {
        String program = project.folder().resolve("dist").resolve(script).toString();
        return RunningProcess.start(name, List.of(project.node().path().toString(), program), environment);
    }

    private static Map<String, String> environment(Stage stage) {
        Services services = stage.services();
        Map<String, String> environment = new HashMap<>();
        environment.put("NODE_ENV", "production");
        environment.put(
                "DATABASE_URL",
                stage.shops().url().replace("jdbc:postgresql://", "postgres://" + Postgres.USERNAME + "@"));
        environment.put("REDIS_PORT", Integer.toString(services.redis().port()));
        return environment;
    }
}
