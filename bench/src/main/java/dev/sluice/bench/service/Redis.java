package dev.sluice.bench.service;

import dev.sluice.embedded.process.AtExit;
import dev.sluice.embedded.process.Folders;
import dev.sluice.embedded.process.LoopbackPort;
import dev.sluice.embedded.process.ServiceProcess;
import dev.sluice.embedded.redis.RedisServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * A Redis server of the benchmark's own that keeps nothing on disk, which is how it is fastest.
 *
 * @param stopping is what stops it
 */
public record Redis(int port, String version, Runnable stopping) {

    private static final Duration LIMIT = Duration.ofSeconds(20);

    public static Redis start() {
        return InstalledProgram.onPath("redis-server").map(Redis::start).orElseGet(Redis::embedded);
    }

    private static Redis embedded() {
        RedisServer server = RedisServer.start();
        return new Redis(server.port(), "embedded", server::stop);
    }

    private static Redis start(InstalledProgram program) {
        Path folder = Folders.temporary("bench-redis");
        AtExit.close(() -> Folders.delete(folder));
        int port = LoopbackPort.free();
        ServiceProcess server = ServiceProcess.start("redis", command(program, port), Map.of(), folder);
        server.awaitReady(() -> LoopbackPort.accepts(port), LIMIT);
        AtExit.close(server::terminate);
        return new Redis(port, version(program.output("--version")), server::terminate);
    }

    private static List<String> command(InstalledProgram program, int port) {
        return List.of(
                program.path().toString(),
                "--bind",
                LoopbackPort.HOST,
                "--port",
                Integer.toString(port),
                "--save",
                "",
                "--appendonly",
                "no");
    }

    /** Connections to it break and new ones are refused. It ends with this process anyway. */
    public void stop() {
        stopping.run();
    }

    /** From {@code Redis server v=7.0.15 sha=…}. */
    private static String version(String text) {
        return text.replaceFirst("(?s).*?v=(\\S+).*", "$1");
    }
}
