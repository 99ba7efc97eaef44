package dev.sluice.embedded.redis;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.embedded.process.LoopbackPort;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.RedisClusterClient;

@Tag("processes")
@Timeout(60)
class RedisClusterIT {

    @Test
    void everyNodeKeepsItsShareUntilTheRestart() {
        try (var cluster = RedisCluster.start()) {
            try (var client = RedisClusterClient.create(nodes(cluster))) {
                for (int key = 0; key < 100; key++) {
                    client.set("key" + key, "value");
                }
                assertThat(client.get("key7")).isEqualTo("value");
            }
            assertThat(cluster.nodes()).noneMatch(node -> node.command("DBSIZE").equals("0"));

            cluster.restart();

            assertThat(cluster.nodes()).allMatch(node -> node.command("DBSIZE").equals("0"));
        }
    }

    @Test
    void nothingListensAfterTheClose() {
        var cluster = RedisCluster.start();
        cluster.close();

        assertThat(cluster.nodes()).noneMatch(node -> LoopbackPort.accepts(node.port()));
    }

    private static Set<HostAndPort> nodes(RedisCluster cluster) {
        return cluster.nodes().stream()
                .map(node -> new HostAndPort(node.host(), node.port()))
                .collect(Collectors.toSet());
    }
}
