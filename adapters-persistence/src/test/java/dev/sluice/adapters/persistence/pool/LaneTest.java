package dev.sluice.adapters.persistence.pool;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.load.Deadline;
import dev.sluice.domain.load.Urgency;
import dev.sluice.domain.load.Work;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class LaneTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Lane lane = new Lane(Purpose.TRANSACTION, 4);

    private void held(int times, Duration span) {
        for (int i = 0; i < times; i++) {
            lane.enter();
            lane.leave(span.toNanos());
        }
    }

    private Waiter waiter(Work work) {
        return new Waiter(lane, work, 0, System.nanoTime());
    }

    private boolean isHopeless(Urgency urgency, Duration left) {
        return waiter(new Work(urgency, Deadline.after(left))).isHopeless(System.nanoTime());
    }

    @Test
    void aFewTellNothing() {
        held(63, MINUTE);
        lane.add(waiter(Work.of(Urgency.REQUEST)));

        assertThat(lane.typicalHold()).isZero();
        assertThat(lane.expectedWait(Urgency.REQUEST)).isZero();
    }

    @Test
    void theWaitIsThatOfThoseWhoAreAsUrgentOrMore() {
        held(64, MINUTE);
        lane.add(waiter(Work.of(Urgency.REQUEST)));
        lane.add(waiter(Work.of(Urgency.REQUEST)));
        lane.add(waiter(Work.of(Urgency.REFRESH)));

        assertThat(lane.expectedWait(Urgency.VITAL)).isZero();
        assertThat(lane.expectedWait(Urgency.REQUEST))
                .isEqualTo(MINUTE.dividedBy(2).toNanos());
        assertThat(lane.expectedWait(Urgency.REFRESH))
                .isEqualTo(MINUTE.dividedBy(4).multipliedBy(3).toNanos());
    }

    @Test
    void whatIsKnownFollowsWhatHappens() {
        held(64, MINUTE);
        held(200, Duration.ZERO);

        assertThat(lane.typicalHold()).isLessThan(Duration.ofSeconds(1).toNanos());
    }

    @Test
    void aRequestThatWouldNotBeDoneInTimeIsHopelessAndAJobIsNot() {
        held(64, MINUTE);

        assertThat(isHopeless(Urgency.REQUEST, Duration.ofSeconds(5))).isTrue();
        assertThat(isHopeless(Urgency.REQUEST, Duration.ofMinutes(5))).isFalse();
        assertThat(isHopeless(Urgency.BACKGROUND, Duration.ofSeconds(5))).isFalse();
        assertThat(waiter(Work.of(Urgency.REFRESH)).isHopeless(System.nanoTime()))
                .isFalse();
    }
}
