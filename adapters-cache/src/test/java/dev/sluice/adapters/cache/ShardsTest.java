package dev.sluice.adapters.cache;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import redis.clients.jedis.util.JedisClusterCRC16;

class ShardsTest {

    private static final Shards SHARDS = Shards.of(16);

    /** A cluster gives each of its servers one range of slots of the same size. */
    @ParameterizedTest
    @ValueSource(ints = {2, 3, 4, 5, 6, 8, 16})
    void everyServerOfAClusterGetsItsShare(int servers) {
        int[] shares = new int[servers];
        for (Shard shard : SHARDS.all()) {
            shares[JedisClusterCRC16.getSlot(shard.epoch()) * servers / (1 << 14)]++;
        }
        assertThat(IntStream.of(shares).boxed()).allMatch(share -> 16 / servers <= share && share <= 16 / servers + 1);
    }
}
