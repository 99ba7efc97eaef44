package dev.sluice.embedded.redis;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import redis.embedded.RedisExecProvider;

/** The Redis program of this platform, unpacked from the classpath once per JVM. */
final class RedisBinary {
    static final Path PATH = unpack();

    private RedisBinary() {}

    private static Path unpack() {
        try {
            return RedisExecProvider.defaultProvider().get().toPath().toAbsolutePath();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot unpack Redis", e);
        }
    }
}
