package dev.sluice.adapters.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.cache.Invalidation;
import org.junit.jupiter.api.Test;

class InvalidationLogTest {

    private static final long NOW = 5_000_000_000L;
    private static final Shard SHARD = new Shard(0);
    private static final Invalidation ONE = new Invalidation.Value("texts", "public", "1");
    private static final Invalidation OTHER = new Invalidation.Value("texts", "public", "2");

    private final Marks marks = new Marks();
    private final InvalidationLog log = new InvalidationLog(marks, "me", 1, NOW);

    @Test
    void nothingIsHeardAtFirst() {
        assertThat(NOW - log.heardUpTo(SHARD)).isEqualTo(InvalidationLog.TRUST_NANOS);
    }

    @Test
    void aBeatOfItsOwnProvesThatAllBeforeWasHeardAndOneOfOthersDoesNot() {
        log.hear("0 epoch 7 beat you/" + (NOW + 5));
        assertThat(log.heardUpTo(SHARD)).isLessThan(NOW);
        log.hear("0 epoch 7 beat " + log.sender(NOW));
        assertThat(log.heardUpTo(SHARD)).isEqualTo(NOW);
    }

    @Test
    void anInvalidationInTurnMovesTheMarkOfItsValueAlone() {
        log.hear("0 epoch 7 beat you/1");
        long one = marks.of(ONE.text());
        long other = marks.of(OTHER.text());
        log.hear("0 epoch 8 gone " + ONE.text());
        assertThat(marks.of(ONE.text())).isGreaterThan(one);
        assertThat(marks.of(OTHER.text())).isEqualTo(other);
    }

    @Test
    void thoseOfTagsAndRegionsMoveAllMarks() {
        log.hear("0 epoch 7 beat you/1");
        for (String many : new String[] {"8 gone tag:a", "9 gone region:texts"}) {
            long other = marks.of(OTHER.text());
            log.hear("0 epoch " + many);
            assertThat(marks.of(OTHER.text())).isGreaterThan(other);
        }
    }

    @Test
    void aGapMovesAllMarksWhetherAnInvalidationOrABeatShowsIt() {
        log.hear("0 epoch 7 beat you/1");
        for (String late : new String[] {"9 gone " + ONE.text(), "10 beat you/2", "3 beat you/3"}) {
            long other = marks.of(OTHER.text());
            log.hear("0 epoch " + late);
            assertThat(marks.of(OTHER.text())).as(late).isGreaterThan(other);
        }
    }

    @Test
    void whatALaterReleaseInvalidatesMayBeAnything() {
        log.hear("0 epoch 7 beat you/1");
        long other = marks.of(OTHER.text());
        log.hear("0 epoch 8 gone prefix:anything");
        assertThat(marks.of(OTHER.text())).isGreaterThan(other);
    }

    @Test
    void anotherEpochMovesAllMarksEvenIfTheNumberFits() {
        log.hear("0 epoch 7 beat you/1");
        long other = marks.of(OTHER.text());
        log.hear("0 later 7 beat you/1");
        assertThat(marks.of(OTHER.text())).isGreaterThan(other);
    }

    @Test
    void shardsCountForThemselves() {
        InvalidationLog two = new InvalidationLog(marks, "me", 2, NOW);
        two.hear("0 epoch 7 beat you/1");
        two.hear("1 epoch 3 beat " + two.sender(NOW));
        long other = marks.of(OTHER.text());
        two.hear("0 epoch 7 beat you/2");
        assertThat(marks.of(OTHER.text())).isEqualTo(other);
        assertThat(two.heardUpTo(new Shard(1))).isEqualTo(NOW);
        assertThat(two.heardUpTo(SHARD)).isLessThan(NOW);
    }
}
