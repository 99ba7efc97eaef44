package dev.sluice.embedded.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.embedded.process.LoopbackPort;
import java.net.SocketTimeoutException;
import org.junit.jupiter.api.Test;
import redis.clients.jedis.Jedis;

class RedisServerIT {
    private static final int ANSWER_MILLIS = 300;

    @Test
    void aValueIsKeptUntilTheRestart() {
        try (var server = RedisServer.start()) {
            try (var client = client(server)) {
                client.set("key", "value");
                assertThat(client.get("key")).isEqualTo("value");
            }

            server.restart();

            try (var client = client(server)) {
                assertThat(client.get("key")).isNull();
            }
        }
    }

    @Test
    void aStoppedServerRefusesAndComesBackOnItsPort() {
        try (var server = RedisServer.start()) {
            server.stop();
            assertThat(LoopbackPort.accepts(server.port())).isFalse();

            server.restart();
            assertThat(ping(server)).isEqualTo("PONG");
        }
    }

    @Test
    void aPausedServerKeepsConnectionsAndAnswersNothingUntilItResumes() {
        try (var server = RedisServer.start()) {
            server.pause();
            assertThat(LoopbackPort.accepts(server.port())).isTrue();
            assertThatThrownBy(() -> ping(server)).hasRootCauseInstanceOf(SocketTimeoutException.class);

            server.resume();
            assertThat(ping(server)).isEqualTo("PONG");
        }
    }

    @Test
    void nothingListensAfterTheClose() {
        var server = RedisServer.start();
        server.close();

        assertThat(LoopbackPort.accepts(server.port())).isFalse();
    }

    private static String ping(RedisServer server) {
        try (var client = client(server)) {
            return client.ping();
        }
    }

    private static Jedis client(RedisServer server) {
        return new Jedis(server.host(), server.port(), ANSWER_MILLIS);
    }
}
