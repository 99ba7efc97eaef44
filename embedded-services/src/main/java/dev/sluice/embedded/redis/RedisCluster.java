package dev.sluice.embedded.redis;

import dev.sluice.embedded.process.Folders;
import dev.sluice.embedded.process.LoopbackPort;
import dev.sluice.embedded.process.Waiting;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A Redis cluster of this JVM's own: three primaries that share the slots among them. Methods are safe to call from any
 * thread.
 */
public final class RedisCluster implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int SIZE = 3;
    private static final int SLOTS = 1 << 14;

    private final List<RedisServer> nodes;

    private RedisCluster(List<RedisServer> nodes) {
        this.nodes = nodes;
    }

    /** Starts a cluster on free ports, and returns when each of its nodes serves. */
    public static RedisCluster start() {
        List<Integer> buses = Stream.generate(LoopbackPort::free).limit(SIZE).toList();
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
                "2000");
    }

    /** The nodes, in the order of their slots. */
    public List<RedisServer> nodes() {
        return nodes;
    }

    /** The nodes' addresses, as settings list them. */
    public String addresses() {
        return nodes.stream().map(RedisServer::address).collect(Collectors.joining(","));
    }

    /** Kills all nodes. */
    public void stop() {
        nodes.forEach(RedisServer::stop);
    }

    /** Starts all nodes again, empty, and returns when each of them serves. */
    public void restart() {
        nodes.forEach(RedisServer::restart);
        awaitService();
    }

    /**
     * Returns when each of the nodes serves.
     *
     * @throws IllegalStateException when one does not within half a minute
     */
    public void awaitService() {
        if (!Waiting.until(() -> nodes.stream().allMatch(RedisCluster::serves), LIMIT)) {
            throw new IllegalStateException("The Redis cluster does not serve within " + LIMIT);
        }
    }

    @Override
    public void close() {
        nodes.forEach(RedisServer::close);
    }

    private void join(List<Integer> buses) {
        for (int index = 0; index < SIZE; index++) {
            RedisServer node = nodes.get(index);
            node.command("CLUSTER", "ADDSLOTSRANGE", firstSlot(index), lastSlot(index));
            nodes.getFirst().command("CLUSTER", "MEET", node.host(), Integer.toString(node.port()), bus(buses, index));
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

    private static boolean serves(RedisServer node) {
        String info = node.command("CLUSTER", "INFO");
        return Stream.of("cluster_state:ok", "cluster_slots_ok:" + SLOTS, "cluster_known_nodes:" + SIZE)
                .allMatch(info::contains);
    }
}
