package dev.sluice.adapters.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class JobEventNumbersTest {

    private final JobEventNumbers numbers = new JobEventNumbers();
    private final UUID teller = UUID.randomUUID();

    @Test
    void theFirstBatchOfATellerLeavesNoGapWhateverItsNumber() {
        assertThat(leavesGap(teller, 17)).isFalse();
    }

    @Test
    void aNumberThatIsLeftOutIsAGap() {
        assertThat(leavesGap(teller, 1)).isFalse();
        assertThat(leavesGap(teller, 2)).isFalse();
        assertThat(leavesGap(teller, 4)).isTrue();
        assertThat(leavesGap(teller, 5)).isFalse();
    }

    @Test
    void aBatchThatComesTwiceOrLateIsNoGap() {
        leavesGap(teller, 1);
        leavesGap(teller, 3);

        assertThat(leavesGap(teller, 2)).isFalse();
        assertThat(leavesGap(teller, 3)).isFalse();
        assertThat(leavesGap(teller, 4)).isFalse();
    }

    @Test
    void tellersAreToldApart() {
        leavesGap(teller, 1);

        assertThat(leavesGap(UUID.randomUUID(), 9)).isFalse();
        assertThat(leavesGap(teller, 2)).isFalse();
    }

    @Test
    void whatIsForgottenBeginsAnew() {
        leavesGap(teller, 1);

        numbers.forget();

        assertThat(leavesGap(teller, 9)).isFalse();
    }

    @Test
    void aTellerThatHasBeenSilentForLongIsForgotten() {
        leavesGap(teller, 1);
        for (int other = 0; other < 1_000; other++) {
            leavesGap(UUID.randomUUID(), 1);
        }

        assertThat(leavesGap(teller, 9)).isFalse();
    }

    private boolean leavesGap(UUID who, long number) {
        return numbers.leavesGap(new JobEventBatch(who, number, List.of()));
    }
}
