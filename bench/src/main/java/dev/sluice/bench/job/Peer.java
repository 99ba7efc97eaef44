package dev.sluice.bench.job;

import dev.sluice.bench.service.InstalledProgram;
import dev.sluice.bench.service.Services;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** BullMQ on Redis, beside PostgreSQL. */
record Peer(InstalledProgram node, Path folder) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final Path FOLDER = Path.of("bench", "peer-bullmq");
    private static final int POOL = 20;

    /** @return empty if Node is not installed */
    static Optional<Peer> find() {
        return InstalledProgram.onPath("node")
                .flatMap(node -> InstalledProgram.onPath("npm").map(npm -> installed(npm, new Peer(node, FOLDER))));
    }

    private static Peer installed(InstalledProgram npm, Peer peer) {
        npm.outputIn(peer.folder, "ci", "--no-audit", "--no-fund");
        return peer;
    }

    Map<String, String> versions() {
        Map<String, String> versions = new TreeMap<>();
        versions.put("Node", node.output("--version"));
        versions.put("BullMQ", version("bullmq"));
        versions.put("ioredis", version("ioredis"));
        return versions;
    }

    private String version(String module) {
        Path description = folder.resolve("node_modules").resolve(module).resolve("package.json");
        return Files.exists(description)
                ? JSON.readTree(description).path("version").asString()
                : "unknown";
    }

    /** One round on a fresh database. */
    PeerRates run(JobsPlan plan, Services services) {
        try (JobsDatabase ignored = JobsDatabase.empty(services.postgres(), "peer")) {
            PeerRates rates = new PeerRates(plan.jobs());
            node.follow(folder, line -> rates.read(JSON.readTree(line)), "peer.mjs", round(plan, services));
            return rates;
        }
    }

    private static String round(JobsPlan plan, Services services) {
        String postgres = "postgres://postgres@127.0.0.1:" + services.postgres().port() + "/peer";
        return JSON.createObjectNode()
                .put("redisPort", services.redis().port())
                .put("postgres", postgres)
                .put("jobs", plan.jobs())
                .put("warmUp", plan.warmUp())
                .put("concurrency", plan.concurrency())
                .put("clients", plan.clients())
                .put("pool", POOL)
                .toString();
    }
}
