package dev.sluice.embedded.redis;

import dev.sluice.embedded.process.AtExit;
import dev.sluice.embedded.process.Folders;
import dev.sluice.embedded.process.LoopbackPort;
import dev.sluice.embedded.process.ServiceProcess;
import dev.sluice.embedded.process.Signal;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
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
    private final List<String> arguments;
    private ServiceProcess process;

    private RedisServer(int port, Path folder, List<String> arguments) {
        this.port = port;
        this.folder = folder;
        this.arguments = List.copyOf(arguments);
        this.process = launch();
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
        return start(LoopbackPort.orFree(port), Folders.temporary("redis"));
    }

    /**
     * Starts a server on a free port that speaks TLS on another, and asks nobody there for a certificate.
     *
     * @param certificate in PEM, its own
     * @param key in PEM, that of the certificate
     */
    public static RedisServer startWithTls(int tlsPort, Path certificate, Path key) {
        return start(
                LoopbackPort.free(),
                Folders.temporary("redis"),
                "--tls-port",
                Integer.toString(tlsPort),
                "--tls-cert-file",
                certificate.toString(),
                "--tls-key-file",
                key.toString(),
                "--tls-auth-clients",
                "no");
    }

    /**
     * Starts a server in a folder of its own, which it removes in the end.
     *
     * @param arguments what it is told beside its port; a configuration file comes first
     */
    static RedisServer start(int port, Path folder, String... arguments) {
        var server = new RedisServer(port, folder, List.of(arguments));
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

    /** Host and port, as settings name them. */
    public String address() {
        return host() + ":" + port;
    }

    /**
     * Has the server do what a person would tell it.
     *
     * @throws IllegalStateException when it answers with an error
     */
    String command(String... words) {
        return RedisConsole.ask(port, words);
    }

    /** Kills the server: its connections break and new ones are refused. */
    public synchronized void stop() {
        process.kill();
    }

    /** Starts the server again, empty, on its port; kills it first if it runs. */
    public synchronized void restart() {
        process.kill();
        process = launch();
    }

    /** Takes all that it holds away. */
    public void flush() {
        command("FLUSHALL");
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

    private ServiceProcess launch() {
        var started = ServiceProcess.start("redis", command(), Map.of(), folder);
        started.awaitReady(() -> LoopbackPort.accepts(port), LIMIT);
        return started;
    }

    private List<String> command() {
        List<String> command = new ArrayList<>();
        command.add(RedisBinary.PATH.toString());
        command.addAll(arguments);
        command.addAll(List.of("--bind", LoopbackPort.HOST, "--port", Integer.toString(port)));
        command.addAll(List.of("--save", "", "--appendonly", "no", "--loglevel", "warning"));
        return command;
    }
}
