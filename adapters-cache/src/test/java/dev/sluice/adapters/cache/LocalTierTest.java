package dev.sluice.adapters.cache;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.cache.CacheKey;
import dev.sluice.domain.cache.CachePolicy;
import dev.sluice.domain.cache.CacheRegion;
import java.time.Duration;
import java.util.AbstractList;
import org.junit.jupiter.api.Test;

class LocalTierTest {

    private static final long NOW = 50_000_000_000L;
    private static final long TRUST = InvalidationLog.TRUST_NANOS;
    private static final CachePolicy POLICY = CachePolicy.of(Duration.ofMinutes(1));
    private static final CacheKey<String> KEY = new CacheRegion<>("texts", String.class, POLICY).key("public", "1");
    private static final Entry ENTRY = Entry.of("value".getBytes(UTF_8), Lifetime.of(POLICY, POLICY.ttl(), 0), NOW);

    private final Marks marks = new Marks();
    private final InvalidationLog log = new InvalidationLog(marks, "me", 1, NOW);
    private final LocalTier tier = new LocalTier(marks, log, Shards.of(1));

    @Test
    void whatWasReadIsServedForASecondThoughNothingIsHeard() {
        tier.keep(KEY, tier.mark(KEY), NOW, ENTRY);
        assertThat(tier.find(KEY, NOW + TRUST - 1)).isSameAs(ENTRY);
        assertThat(tier.find(KEY, NOW + TRUST)).isNull();
    }

    @Test
    void itIsServedForASecondAfterAllWasHeard() {
        tier.keep(KEY, tier.mark(KEY), NOW, ENTRY);
        log.hear("0 epoch 1 beat " + log.sender(NOW));
        tier.keep(KEY, tier.mark(KEY), NOW, ENTRY);
        log.hear("0 epoch 1 beat " + log.sender(NOW + 10 * TRUST));
        assertThat(tier.find(KEY, NOW + 11 * TRUST - 1)).isSameAs(ENTRY);
        assertThat(tier.find(KEY, NOW + 11 * TRUST)).isNull();
    }

    @Test
    void whatWasReadBeforeAnInvalidationIsNotServedThoughItIsKeptAfterIt() {
        long mark = tier.mark(KEY);
        marks.move(KEY.invalidation());
        tier.keep(KEY, mark, NOW, ENTRY);
        assertThat(tier.find(KEY, NOW)).isNull();
    }

    @Test
    void whatIsForgottenIsNotServedAndTakesNothingElseWithIt() {
        long mark = tier.mark(KEY);
        tier.keep(KEY, mark, NOW, ENTRY);
        tier.forget(KEY);
        assertThat(tier.find(KEY, NOW)).isNull();
        assertThat(tier.mark(KEY)).isEqualTo(mark);
    }

    @Test
    void aRegionWithoutMemoryKeepsNothing() {
        CacheKey<String> shared =
                new CacheRegion<>("shared-texts", String.class, POLICY.withLocal(0, Duration.ZERO)).key("public", "1");
        tier.keep(shared, tier.mark(shared), NOW, ENTRY);
        assertThat(tier.find(shared, NOW)).isNull();
    }

    @Test
    void aRegionKeepsNoMoreBytesThanItMay() {
        CacheRegion<String> narrow =
                new CacheRegion<>("narrow-texts", String.class, POLICY.withLocal(10_000, Duration.ofMinutes(1)));
        Entry large = Entry.of(new byte[3_000], Lifetime.of(POLICY, POLICY.ttl(), 0), NOW);
        for (int id = 0; id < 100; id++) {
            CacheKey<String> key = narrow.key("public", Integer.toString(id));
            tier.keep(key, tier.mark(key), NOW, large);
        }
        assertThat(tier.bytes(narrow)).isBetween(1L, 10_000L);
    }

    /** Whoever looks at the mark first and asks for the proof then takes the new proof for one of the old mark. */
    @Test
    void whatIsMissedAndThenHeardTogetherWithTheProofIsNotServed() {
        log.hear("0 epoch 0 beat you/1");
        LocalTier interrupted = new LocalTier(marks, log, new Shards(new Interruption()));
        interrupted.keep(KEY, interrupted.mark(KEY), NOW, ENTRY);
        assertThat(interrupted.find(KEY, NOW + 2 * TRUST)).isNull();
        assertThat(log.heardUpTo(new Shard(0))).isEqualTo(NOW + 2 * TRUST);
    }

    /** Has the log hear what it missed just when somebody asks what it has heard of the shard. */
    private final class Interruption extends AbstractList<Shard> {

        @Override
        public Shard get(int index) {
            log.hear("0 epoch 1 gone " + KEY.text());
            log.hear("0 epoch 1 beat " + log.sender(NOW + 2 * TRUST));
            return new Shard(index);
        }

        @Override
        public int size() {
            return 1;
        }
    }
}
