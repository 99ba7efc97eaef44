package dev.sluice.adapters.cache;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import redis.clients.jedis.HostAndPort;

class RedisAddressTest {

    @Test
    void readsEveryPartOfAUri() {
        assertThat(RedisAddress.parse("rediss://app:p%40ss:word@cache.example.org:6380/2"))
                .isEqualTo(new RedisAddress(new HostAndPort("cache.example.org", 6380), true, 2, "app", "p@ss:word"));
    }

    @Test
    void takesTheUsualPortAndTheFirstDatabaseAndNobody() {
        assertThat(RedisAddress.parse("redis://localhost"))
                .isEqualTo(new RedisAddress(new HostAndPort("localhost", 6379), false, 0, null, null));
    }

    @Test
    void takesAUserWithoutAPasswordAndAPasswordWithoutAUser() {
        assertThat(RedisAddress.parse("redis://app@localhost"))
                .isEqualTo(new RedisAddress(new HostAndPort("localhost", 6379), false, 0, "app", null));
        assertThat(RedisAddress.parse("redis://:secret@localhost/"))
                .isEqualTo(new RedisAddress(new HostAndPort("localhost", 6379), false, 0, null, "secret"));
    }

    @Test
    void itsTextHoldsNoLogin() {
        assertThat(RedisAddress.parse("redis://app:secret@localhost")).hasToString("redis://localhost:6379/0");
    }
}
