package dev.sluice.embedded.redis;

import dev.sluice.embedded.process.Folders;
import dev.sluice.embedded.process.LoopbackPort;
import dev.sluice.embedded.process.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Redis cluster of this JVM's own: three primaries that share the slots among them, and a replica of the first if it is
 * asked for. Methods are safe to call from any thread.
 */
public final class RedisCluster implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int SIZE = 3;
    private static final int SLOTS = 1 << 14;

    private final List<RedisServer> all;

    private RedisCluster(List<RedisServer> all) {
        this.all = all;
    }

    /** Starts a cluster on free ports, and returns when each of its nodes serves. */
    public static RedisCluster start() {
        return start(SIZE);
    }

    /** The same with a replica of the first node, which takes its place some seconds after that has died. */
    public static RedisCluster startWithReplica() {
        RedisCluster cluster = start(SIZE + 1);
        RedisServer first = cluster.all.getFirst();
        RedisServer replica = cluster.replica();
        replica.command("CLUSTER", "REPLICATE", first.command("CLUSTER", "MYID"));
        await(
                "the replica to follow",
                () -> replica.command("INFO", "replication").contains("master_link_status:up"));
        await("all to know it", () -> cluster.all.stream().allMatch(RedisCluster::knowsReplica));
        return cluster;
    }

    private static RedisCluster start(int size) {
        List<Integer> buses = Stream.generate(LoopbackPort::free).limit(size).toList();
        var cluster =
                new RedisCluster(buses.stream().map(RedisCluster::startNode).toList());
        cluster.join(buses);
        cluster.awaitService();
        return cluster;
    }

    private static RedisServer startNode(int bus) {
        return RedisServer.start(
                LoopbackPort.free(),
                Folders.temporary("redis-cluster"),
                "--cluster-enabled",
                "yes",
                "--cluster-port",
                Integer.toString(bus),
                "--cluster-node-timeout",
                "2000",
                "--cluster-require-full-coverage",
                "no",
                "--repl-diskless-sync-delay",
                "0");
    }

    /** The nodes that began as primaries, in the order of their slots. */
    public List<RedisServer> nodes() {
        return all.subList(0, SIZE);
    }

    /** The node that began as the replica of the first. */
    public RedisServer replica() {
        return all.get(SIZE);
    }

    /** Returns when the node is a primary that has slots. */
    public void awaitPromotion(RedisServer node) {
        await(
                "the node to be promoted",
                () -> node.command("INFO", "replication").contains("role:master")
                        && node.command("CLUSTER", "INFO").contains("cluster_slots_ok:" + SLOTS));
    }

    /** Starts a node again that was stopped and has lost its place, and returns when it is a replica that is up to date. */
    public void restartAsReplica(RedisServer node) {
        node.restart();
        await("the node to follow", () -> node.command("INFO", "replication").contains("master_link_status:up"));
        await("all to know it", () -> all.stream().allMatch(RedisCluster::knowsReplica));
    }

    /** The addresses of the first nodes, as settings list them. */
    public String addresses() {
        return nodes().stream().map(RedisServer::address).collect(Collectors.joining(","));
    }

    /** Kills all nodes. */
    public void stop() {
        all.forEach(RedisServer::stop);
    }

    /** Starts all nodes again, empty, and returns when each of them serves. */
    public void restart() {
        all.forEach(RedisServer::restart);
        awaitService();
    }

    /**
     * Returns when each of the nodes serves.
     *
     * @throws IllegalStateException when one does not within half a minute
     */
    public void awaitService() {
        await("the cluster to serve", () -> all.stream().allMatch(this::serves));
    }

    @Override
    public void close() {
        all.forEach(RedisServer::close);
    }

    private void join(List<Integer> buses) {
        for (int index = 0; index < all.size(); index++) {
            RedisServer node = all.get(index);
            if (index < SIZE) {
                node.command("CLUSTER", "ADDSLOTSRANGE", firstSlot(index), lastSlot(index));
            }
            all.getFirst().command("CLUSTER", "MEET", node.host(), Integer.toString(node.port()), bus(buses, index));
        }
    }

    private static String bus(List<Integer> buses, int index) {
        return Integer.toString(buses.get(index));
    }

    private static String firstSlot(int index) {
        return Integer.toString(SLOTS * index / SIZE);
    }

    private static String lastSlot(int index) {
        return Integer.toString(SLOTS * (index + 1) / SIZE - 1);
    }

    private boolean serves(RedisServer node) {
        String info = node.command("CLUSTER", "INFO");
        return Stream.of("cluster_state:ok", "cluster_slots_ok:" + SLOTS, "cluster_known_nodes:" + all.size())
                .allMatch(info::contains);
    }

    private static boolean knowsReplica(RedisServer node) {
        return node.command("CLUSTER", "NODES")
                .lines()
                .anyMatch(known -> known.contains("slave") && known.contains(" connected"));
    }

    private static void await(String what, BooleanSupplier condition) {
        if (!Waiting.until(condition, LIMIT)) {
            throw new IllegalStateException("Waited in vain for " + what);
        }
    }
}
