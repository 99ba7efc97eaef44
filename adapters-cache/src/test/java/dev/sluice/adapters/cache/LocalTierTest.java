package dev.sluice.adapters.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.cache.CacheKey;
import dev.sluice.domain.cache.CachePolicy;
import dev.sluice.domain.cache.CacheRegion;
import java.time.Duration;
import java.util.AbstractList;
import org.junit.jupiter.api.Test;

class LocalTierTest {

    private static final CacheKey<String> KEY =
            new CacheRegion<>("texts", String.class, CachePolicy.of(Duration.ofMinutes(5))).key("public", "one");
    private static final Entry OLD = Entry.of(new byte[1], new Lifetime(300_000, 0, 0), System.nanoTime());

    private final Marks marks = new Marks();
    private final long start = System.nanoTime();
    private final long later = start + 2 * InvalidationLog.TRUST_NANOS;
    private final InvalidationLog log = new InvalidationLog(marks, "here", 1, start);
    private final LocalTier tier = new LocalTier(marks, log, Shards.of(1));

    @Test
    void isServedWithinASecondOfItsReading() {
        keep(tier);
        assertThat(tier.find(KEY, start + InvalidationLog.TRUST_NANOS - 1)).isEqualTo(OLD);
        assertThat(tier.find(KEY, start + InvalidationLog.TRUST_NANOS)).isNull();
    }

    @Test
    void isServedWithinASecondOfTheProofThatNothingWasMissed() {
        log.hear("0 epoch 0 beat other/0");
        keep(tier);
        log.hear("0 epoch 0 beat here/" + later);
        assertThat(tier.find(KEY, later + InvalidationLog.TRUST_NANOS - 1)).isEqualTo(OLD);
        assertThat(tier.find(KEY, later + InvalidationLog.TRUST_NANOS)).isNull();
    }

    /** Whoever looks at the mark first and asks for the proof then takes the new proof for one of the old mark. */
    @Test
    void whatIsMissedAndThenHeardTogetherWithTheProofIsNotServed() {
        log.hear("0 epoch 0 beat other/0");
        LocalTier interrupted = new LocalTier(marks, log, new Shards(new Interruption()));
        keep(interrupted);
        assertThat(interrupted.find(KEY, later)).isNull();
        assertThat(log.heardUpTo(new Shard(0))).isEqualTo(later);
    }

    private void keep(LocalTier in) {
        in.keep(KEY, in.mark(KEY), start, OLD);
    }

    /** Has the log hear what it missed just when somebody asks what it has heard of the shard. */
    private final class Interruption extends AbstractList<Shard> {

        @Override
        public Shard get(int index) {
            log.hear("0 epoch 1 gone " + KEY.text());
            log.hear("0 epoch 1 beat here/" + later);
            return new Shard(index);
        }

        @Override
        public int size() {
            return 1;
        }
    }
}
