package dev.sluice.bench.job;

import dev.sluice.bench.service.NodeProject;
import dev.sluice.bench.service.Services;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import tools.jackson.databind.json.JsonMapper;

/** BullMQ on Redis, beside PostgreSQL. */
record Peer(NodeProject project) {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int POOL = 20;

    /** @return empty if Node is not installed */
    static Optional<Peer> find() {
        return NodeProject.find(Path.of("bench", "peer-bullmq")).map(Peer::new);
    }

    Map<String, String> versions() {
        Map<String, String> versions = new TreeMap<>();
        versions.put("Node", project.nodeVersion());
        versions.put("BullMQ", project.version("bullmq"));
        versions.put("ioredis", project.version("ioredis"));
        return versions;
    }

    /** One round on a fresh database. */
    PeerRates run(JobsPlan plan, Services services) {
        try (JobsDatabase ignored = JobsDatabase.empty(services.postgres(), "peer")) {
            PeerRates rates = new PeerRates(plan.jobs());
            project.node()
                    .follow(
                            project.folder(),
                            line -> rates.read(JSON.readTree(line)),
                            "peer.mjs",
                            round(plan, services));
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
