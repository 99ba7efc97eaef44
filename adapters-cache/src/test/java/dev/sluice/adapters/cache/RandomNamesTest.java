package dev.sluice.adapters.cache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.cache.CacheKey;
import dev.sluice.domain.cache.CachePolicy;
import dev.sluice.domain.cache.CacheRegion;
import dev.sluice.domain.cache.Invalidation;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * The names in Redis of random keys, whose pieces look like what parts such a name. The seed is printed;
 * {@code -Dsluice.seed} sets it.
 */
class RandomNamesTest {

    private static final int ROUNDS = 20_000;
    private static final List<String> REGION_PIECES = List.of("a", "-", "value", "tag", "region", "token", "lease");
    private static final List<String> PIECES = List.of(
            "a", "0", "-", ".", "_", "value", "tag", "region", "token", "lease", "generation", "epoch", "sequence");

    private final long seed = Long.getLong("sluice.seed", System.nanoTime());
    private final Random random = new Random(seed);
    private final Map<String, String> meanings = new HashMap<>();

    @Test
    void noTwoThingsHaveTheSameName() {
        System.out.println("RandomNamesTest: seed " + seed);
        Shards shards = Shards.of(3);
        shards.all().forEach(shard -> {
            mean(shard.epoch(), "epoch of " + shard.number());
            mean(shard.sequence(), "sequence of " + shard.number());
        });
        for (int round = 0; round < ROUNDS; round++) {
            CacheKey<String> key = key();
            nameAll(shards.of(key.text()), key);
        }
        assertThat(meanings.size()).isGreaterThan(ROUNDS);
    }

    private void nameAll(Shard shard, CacheKey<String> key) {
        String place = " in " + shard.number();
        Invalidation.Value value = (Invalidation.Value) key.invalidation();
        mean(shard.value(key), "value of " + value + place);
        mean(shard.token(key), "token of " + value + place);
        mean(shard.lease(key), "lease of " + value + place);
        Invalidation.Region region = new Invalidation.Region(key.region().name());
        mean(shard.generation(region), "generation of " + region + place);
        for (String name : key.tags()) {
            Invalidation.Tag tag = new Invalidation.Tag(name);
            mean(shard.generation(tag), "generation of " + tag + place);
        }
    }

    private void mean(byte[] name, String meaning) {
        assertThat(meanings.merge(new String(name, UTF_8), meaning, (first, second) -> first))
                .isEqualTo(meaning);
    }

    private CacheKey<String> key() {
        String region = "a" + some(REGION_PIECES);
        return new CacheRegion<>(region, String.class, CachePolicy.of(Duration.ofSeconds(1)))
                .key(some(PIECES), some(PIECES), some(PIECES));
    }

    private String some(List<String> pieces) {
        return IntStream.rangeClosed(0, random.nextInt(2))
                .mapToObj(place -> pieces.get(random.nextInt(pieces.size())))
                .collect(Collectors.joining());
    }
}
