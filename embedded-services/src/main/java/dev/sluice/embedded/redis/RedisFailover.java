package dev.sluice.embedded.redis;

import dev.sluice.embedded.process.Folders;
import dev.sluice.embedded.process.LoopbackPort;
import dev.sluice.embedded.process.Waiting;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.BooleanSupplier;

/**
 * A primary Redis, its replica, and a sentinel that promotes the replica soon after the primary has died, all of this
 * JVM's own. Methods are safe to call from any thread.
 */
public final class RedisFailover implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String MASTER = "sluice";

    private final RedisServer sentinel;
    private RedisServer primary;
    private RedisServer replica;

    private RedisFailover(RedisServer primary, RedisServer replica, RedisServer sentinel) {
        this.primary = primary;
        this.replica = replica;
        this.sentinel = sentinel;
    }

    /** Starts all three on free ports, and returns when the sentinel knows whom it would promote. */
    public static RedisFailover start() {
        RedisServer primary = startServer();
        RedisServer replica = startServer();
        follow(replica, primary);
        var failover = new RedisFailover(primary, replica, startSentinel(primary));
        await("the sentinel to know the replica", failover::knowsReplica);
        return failover;
    }

    private static RedisServer startServer() {
        return RedisServer.start(LoopbackPort.free(), Folders.temporary("redis"), "--repl-diskless-sync-delay", "0");
    }

    /** A sentinel keeps its state in the file that configures it. */
    private static RedisServer startSentinel(RedisServer primary) {
        Path folder = Folders.temporary("redis-sentinel");
        Path file = folder.resolve("sentinel.conf");
        try {
            Files.writeString(file, """
                    sentinel monitor %1$s %2$s %3$d 1
                    sentinel down-after-milliseconds %1$s 300
                    sentinel failover-timeout %1$s 5000
                    """.formatted(MASTER, primary.host(), primary.port()));
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot configure the sentinel", e);
        }
        return RedisServer.start(LoopbackPort.free(), folder, file.toString(), "--sentinel");
    }

    /** The name under which the sentinel knows the primary. */
    public String master() {
        return MASTER;
    }

    /** The sentinel. */
    public RedisServer sentinel() {
        return sentinel;
    }

    /** The server that takes writes. */
    public synchronized RedisServer primary() {
        return primary;
    }

    /** The server that would be promoted. */
    public synchronized RedisServer replica() {
        return replica;
    }

    /** Keeps the replica from learning anything more: it shows a password that its primary does not want. */
    public synchronized void cutReplica() {
        replica.command("CONFIG", "SET", "masterauth", "wrong");
        replica.command("CLIENT", "KILL", "TYPE", "master");
        RedisServer cut = replica;
        await("the replica to lose its primary", () -> says(cut, "replication", "master_link_status:down"));
    }

    /** Kills the primary, and returns when the replica was promoted and the sentinel says so. */
    public synchronized void failOver() {
        primary.stop();
        RedisServer promoted = replica;
        await("the replica to be promoted", () -> says(promoted, "replication", "role:master"));
        await("the sentinel to announce it", () -> leadsTo(promoted));
        replica = primary;
        primary = promoted;
    }

    /** Starts the server that {@link #failOver} killed, and returns when it has become the replica of the other. */
    public synchronized void restartOldPrimary() {
        replica.restart();
        follow(replica, primary);
    }

    @Override
    public synchronized void close() {
        sentinel.close();
        replica.close();
        primary.close();
    }

    private static void follow(RedisServer replica, RedisServer primary) {
        replica.command("REPLICAOF", primary.host(), Integer.toString(primary.port()));
        await("the replica to follow", () -> says(replica, "replication", "master_link_status:up"));
    }

    /** One of which it does not know yet how it fares it would not promote, and would not try again for long. */
    private boolean knowsReplica() {
        return sentinel.command("SENTINEL", "REPLICAS", MASTER).contains("master-link-status\nok");
    }

    private boolean leadsTo(RedisServer server) {
        return sentinel.command("SENTINEL", "GET-MASTER-ADDR-BY-NAME", MASTER)
                .equals(server.host() + "\n" + server.port());
    }

    private static boolean says(RedisServer server, String section, String what) {
        return server.command("INFO", section).contains(what);
    }

    private static void await(String what, BooleanSupplier condition) {
        if (!Waiting.until(() -> holds(condition), LIMIT)) {
            throw new IllegalStateException("Waited in vain for " + what);
        }
    }

    /** A sentinel closes the connections of the server that it promotes, ours too. */
    private static boolean holds(BooleanSupplier condition) {
        try {
            return condition.getAsBoolean();
        } catch (UncheckedIOException closed) {
            return false;
        }
    }
}
