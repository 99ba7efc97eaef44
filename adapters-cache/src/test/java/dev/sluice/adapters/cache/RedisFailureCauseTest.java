package dev.sluice.adapters.cache;

import static dev.sluice.adapters.cache.RedisFailureCause.ANSWER;
import static dev.sluice.adapters.cache.RedisFailureCause.LATE;
import static dev.sluice.adapters.cache.RedisFailureCause.POOL;
import static dev.sluice.adapters.cache.RedisFailureCause.UNREACHABLE;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.NoSuchElementException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.exceptions.JedisClusterException;
import redis.clients.jedis.exceptions.JedisClusterOperationException;
import redis.clients.jedis.exceptions.JedisConnectionException;
import redis.clients.jedis.exceptions.JedisDataException;
import redis.clients.jedis.exceptions.JedisException;
import redis.clients.jedis.exceptions.JedisMovedDataException;

class RedisFailureCauseTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "READONLY You can't write against a read only replica.",
                "LOADING Redis is loading the dataset in memory",
                "MASTERDOWN Link with MASTER is down and replica-serve-stale-data is set to 'no'.",
                "CLUSTERDOWN The cluster is down"
            })
    void aServerThatTakesNoWritesIsAsGoodAsNone(String message) {
        assertThat(RedisFailureCause.of(new JedisDataException(message))).isEqualTo(UNREACHABLE);
    }

    @Test
    void soIsAClusterThatLeadsNowhere() {
        assertThat(RedisFailureCause.of(new JedisClusterException("CLUSTERDOWN Hash slot not served")))
                .isEqualTo(UNREACHABLE);
        assertThat(RedisFailureCause.of(new JedisClusterOperationException("No more cluster attempts left.")))
                .isEqualTo(UNREACHABLE);
        assertThat(RedisFailureCause.of(new JedisMovedDataException("MOVED 7 a:1", new HostAndPort("a", 1), 7)))
                .isEqualTo(UNREACHABLE);
    }

    @Test
    void soIsALostConnection() {
        assertThat(RedisFailureCause.of(new JedisConnectionException("lost"))).isEqualTo(UNREACHABLE);
    }

    @Test
    void oneThatWasHungUpOnSaysNothingAboutTheServer() {
        assertThat(RedisFailureCause.of(new OverdueException(new JedisConnectionException("closed"))))
                .isEqualTo(LATE);
    }

    @Test
    void aBusyPoolAndAnErrorOfOneCommandSayNothingAboutTheServer() {
        assertThat(RedisFailureCause.of(new JedisException("busy", new NoSuchElementException())))
                .isEqualTo(POOL);
        assertThat(RedisFailureCause.of(new JedisDataException("OOM command not allowed")))
                .isEqualTo(ANSWER);
    }
}
