package dev.sluice.embedded.redis;

import dev.sluice.embedded.process.AtExit;
import dev.sluice.embedded.process.Folders;
import dev.sluice.embedded.process.LoopbackPort;
import dev.sluice.embedded.process.ServiceProcess;
import dev.sluice.embedded.process.Signal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A Redis server of this JVM's own that keeps nothing on disk. It can be killed, restarted and suspended, so that
 * tests see what Sluice does then. Methods are safe to call from any thread.
 */
public final class RedisServer implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final int port;
    private final Path folder;
    private ServiceProcess process;

    private RedisServer(int port, Path folder) {
        this.port = port;
        this.folder = folder;
        this.process = launch(port, folder);
    }

    /** Starts a server on a free port. */
    public static RedisServer start() {
        return start(0);
    }

    /**
     * Starts a server on the port, 0 for a free one.
     *
     * @throws dev.sluice.embedded.process.PortTakenException when the port is taken
     */
    public static RedisServer start(int port) {
        var server = new RedisServer(LoopbackPort.orFree(port), Folders.temporary("redis"));
        AtExit.close(server);
        return server;
    }

    /** The loopback address. */
    public String host() {
        return LoopbackPort.HOST;
    }

    /** The port, the same after a restart. */
    public int port() {
        return port;
    }

    /** Kills the server: its connections break and new ones are refused. */
    public synchronized void stop() {
        process.kill();
    }

    /** Starts the server again, empty, on its port; kills it first if it runs. */
    public synchronized void restart() {
        process.kill();
        process = launch(port, folder);
    }

    /** Suspends the server: connections stay open and nothing answers. */
    public synchronized void pause() {
        Signal.STOP.sendTo(process.handle());
    }

    /** Ends a {@link #pause()}. */
    public synchronized void resume() {
        Signal.CONT.sendTo(process.handle());
    }

    @Override
    public synchronized void close() {
        AtExit.forget(this);
        process.kill();
        Folders.delete(folder);
    }

    private static ServiceProcess launch(int port, Path folder) {
        var started = ServiceProcess.start("redis", command(port), Map.of(), folder);
        started.awaitReady(() -> LoopbackPort.accepts(port), LIMIT);
        return started;
    }

    private static List<String> command(int port) {
        return List.of(
                RedisBinary.PATH.toString(),
                "--bind",
                LoopbackPort.HOST,
                "--port",
                Integer.toString(port),
                "--save",
                "",
                "--appendonly",
                "no",
                "--loglevel",
                "warning");
    }
}
