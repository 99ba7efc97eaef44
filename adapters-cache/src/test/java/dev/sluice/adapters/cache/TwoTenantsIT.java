package dev.sluice.adapters.cache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sluice.domain.cache.CacheKey;
import dev.sluice.domain.cache.CachePolicy;
import dev.sluice.domain.cache.CacheRegion;
import dev.sluice.embedded.redis.RedisServer;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What tenants keep under random names, which are made of pieces that look like what parts a name in Redis. The seed is
 * printed; {@code -Dsluice.seed} sets it.
 */
class TwoTenantsIT {

    private static final int ROUNDS = 1_000;
    private static final Duration TTL = Duration.ofMinutes(10);
    private static final CacheRegion<String> REGION = new CacheRegion<>("texts", String.class, CachePolicy.of(TTL));

    private static final List<String> PLAIN = List.of("a", "A", "0", "-", ".", "_", "value", "tag", "public", "texts");

    /** What parts or ends names here, in a cluster or elsewhere, and what only looks like a plain letter. */
    private static final List<String> HOSTILE = List.of(
            ":", "{", "}", "{a}", "\u0000", "\n", " ", "*", "%3A", "\\", "\u0430", "\uff21", "\u0661", "\u200b",
            "e\u0301");

    private final long seed = Long.getLong("sluice.seed", System.nanoTime());
    private final Random random = new Random(seed);

    @Test
    void neitherGetsWhatIsTheOthers() {
        System.out.println("TwoTenantsIT: seed " + seed);
        Shards shards = Shards.of(1);
        Map<String, String> owners = new HashMap<>();
        try (RedisServer server = RedisServer.start();
                OpenedCache here = new OpenedCache(server.port());
                OpenedCache there = new OpenedCache(server.port())) {
            for (int round = 0; round < ROUNDS; round++) {
                List<String> tenants = List.of("t" + some(PLAIN), "t" + some(PLAIN));
                String id = some(PLAIN);
                for (String tenant : tenants) {
                    CacheKey<String> key = REGION.key(tenant, id);
                    String own = tenant + " keeps " + id;

                    String name = new String(shards.of(key.text()).value(key), UTF_8);
                    assertThat(owners.merge(name, own, (first, second) -> first))
                            .isEqualTo(own);
                    assertThat(read(here, key, own)).isEqualTo(own);
                    assertThat(read(there, key, own)).isEqualTo(own);
                }
            }
        }
        assertThat(owners).hasSizeGreaterThan(100);
    }

    @Test
    void aNameThatCouldBeTakenForAnotherIsRefused() {
        System.out.println("TwoTenantsIT: seed " + seed);
        for (int round = 0; round < ROUNDS; round++) {
            String hostile = some(PLAIN) + some(HOSTILE) + some(PLAIN);

            assertThatIllegalArgumentException().isThrownBy(() -> REGION.key(hostile, "1"));
            assertThatIllegalArgumentException().isThrownBy(() -> REGION.key("public", hostile));
            assertThatIllegalArgumentException().isThrownBy(() -> REGION.key("public", "1", hostile));
        }
    }

    private static String read(OpenedCache cache, CacheKey<String> key, String own) {
        return UTF_8.decode(cache.cache()
                        .getOrFetch(key, TTL, () -> Optional.of(own))
                        .orElseThrow()
                        .content())
                .toString();
    }

    private String some(List<String> pieces) {
        return IntStream.rangeClosed(0, random.nextInt(3))
                .mapToObj(place -> pieces.get(random.nextInt(pieces.size())))
                .collect(Collectors.joining());
    }
}
