package dev.sluice.embedded.redis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.sluice.embedded.process.LoopbackPort;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Tag("processes")
@Timeout(60)
class RedisFailoverIT {

    @Test
    void theReplicaIsPromotedWithWhatItHadWhenItWasCutOff() {
        try (var failover = RedisFailover.start()) {
            RedisServer first = failover.primary();
            RedisServer second = failover.replica();
            first.command("SET", "key", "old");
            // Not by WAIT, which waits for what its own connection has written: each command has one to itself.
            await().until(() -> second.command("GET", "key").equals("old"));
            failover.cutReplica();
            first.command("SET", "key", "new");

            failover.failOver();

            assertThat(failover.primary()).isSameAs(second);
            assertThat(second.command("GET", "key")).isEqualTo("old");
        }
    }

    @Test
    void theOldPrimaryComesBackAsTheReplicaThatTakesNoWrites() {
        try (var failover = RedisFailover.start()) {
            RedisServer first = failover.primary();
            failover.failOver();
            failover.primary().command("SET", "key", "value");

            failover.restartOldPrimary();

            assertThat(failover.replica()).isSameAs(first);
            assertThat(first.command("GET", "key")).isEqualTo("value");
            assertThatThrownBy(() -> first.command("SET", "key", "other")).hasMessageContaining("READONLY");
        }
    }

    @Test
    void nothingListensAfterTheClose() {
        var failover = RedisFailover.start();
        failover.close();

        assertThat(List.of(failover.primary(), failover.replica(), failover.sentinel()))
                .noneMatch(server -> LoopbackPort.accepts(server.port()));
    }
}
