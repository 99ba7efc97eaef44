package dev.sluice.application.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.job.Backlog.Waiting;
import dev.sluice.domain.job.GroupKey;
import dev.sluice.domain.job.Lane;
import dev.sluice.domain.job.LaneShare;
import dev.sluice.domain.job.Priority;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FairShareTest {

    private static final Instant NOW = Instant.EPOCH;
    private static final Lane ADA = new Lane("do-chore", new GroupKey("ada"));
    private static final Lane BOB = new Lane("do-chore", new GroupKey("bob"));

    private final FairShare sharing = new FairShare(group -> 1);

    @Test
    void aGroupAloneGetsAllTheRoom() {
        assertThat(sharing.divide(List.of(waiting(ADA, 9)), 5, lane -> true))
                .containsExactly(new LaneShare(waiting(ADA, 9), 5));
        assertThat(sharing.divide(List.of(waiting(ADA, 3)), 5, lane -> true))
                .containsExactly(new LaneShare(waiting(ADA, 3), 3));
        assertThat(sharing.divide(List.of(), 5, lane -> true)).isEmpty();
    }

    @Test
    void groupsShareTheRoomEqually() {
        assertThat(sharing.divide(List.of(waiting(ADA, 1_000), waiting(BOB, 1_000)), 10, lane -> true))
                .containsExactlyInAnyOrder(
                        new LaneShare(waiting(ADA, 1_000), 5), new LaneShare(waiting(BOB, 1_000), 5));
    }

    @Test
    void whatOneGroupDoesNotNeedTheOtherGets() {
        assertThat(sharing.divide(List.of(waiting(ADA, 1_000), waiting(BOB, 2)), 10, lane -> true))
                .containsExactlyInAnyOrder(new LaneShare(waiting(ADA, 1_000), 8), new LaneShare(waiting(BOB, 2), 2));
    }

    @Test
    void groupsShareTheRoomByTheirWeights() {
        Map<GroupKey, Integer> weights = Map.of(ADA.group(), 3, BOB.group(), 1);
        FairShare weighted = new FairShare(group -> weights.getOrDefault(group, 1));
        assertThat(weighted.divide(List.of(waiting(ADA, 1_000), waiting(BOB, 1_000)), 40, lane -> true))
                .containsExactlyInAnyOrder(
                        new LaneShare(waiting(ADA, 1_000), 30), new LaneShare(waiting(BOB, 1_000), 10));
    }

    @Test
    void sharesEvenOutOverLooksWithRoomForOne() {
        int ada = 0;
        for (int look = 0; look < 100; look++) {
            List<LaneShare> shares = sharing.divide(List.of(waiting(ADA, 1_000), waiting(BOB, 1_000)), 1, lane -> true);
            ada += shares.getFirst().lane().equals(ADA) ? 1 : 0;
        }
        assertThat(ada).isEqualTo(50);
    }

    @Test
    void aGroupThatComesBackGetsNoCreditForTheTimeItWasAway() {
        sharing.divide(List.of(waiting(ADA, 1_000)), 500, lane -> true);
        assertThat(sharing.divide(List.of(waiting(ADA, 1_000), waiting(BOB, 1_000)), 100, lane -> true))
                .extracting(LaneShare::jobs)
                .allSatisfy(jobs -> assertThat(jobs).isBetween(49, 51));
    }

    @Test
    void tenJobsOfOneGroupAreNotHeldUpByAHundredThousandOfAnother() {
        sharing.divide(List.of(waiting(ADA, 200)), 200, lane -> true);
        assertThat(sharing.divide(List.of(waiting(ADA, 200), waiting(BOB, 10)), 40, lane -> true))
                .contains(new LaneShare(waiting(BOB, 10), 10));
    }

    @Test
    void withinAGroupTheMostUrgentLaneGoesFirstThenTheOneThatWaitsLongest() {
        Waiting late = waiting(new Lane("late", ADA.group()), 5);
        Waiting ada = new Waiting(ADA, 5, Priority.NORMAL, NOW.minusSeconds(1));
        Waiting urgent = new Waiting(new Lane("urgent", ADA.group()), 2, Priority.HIGHEST, NOW.plusSeconds(1));
        assertThat(sharing.divide(List.of(late, ada, urgent), 8, lane -> true))
                .containsExactly(new LaneShare(urgent, 2), new LaneShare(ada, 5), new LaneShare(late, 1));
    }

    @Test
    void aLaneThatMayNotGoDoesNotHoldUpTheOthers() {
        Lane other = new Lane("other", ADA.group());
        List<Waiting> waiting = List.of(waiting(ADA, 5), waiting(other, 5), waiting(BOB, 5));
        assertThat(sharing.divide(waiting, 4, lane -> !lane.equals(ADA)))
                .containsExactlyInAnyOrder(new LaneShare(waiting(other, 5), 2), new LaneShare(waiting(BOB, 5), 2));
        assertThat(sharing.divide(waiting, 4, lane -> false)).isEmpty();
    }

    private static Waiting waiting(Lane lane, int jobs) {
        return new Waiting(lane, jobs, Priority.NORMAL, NOW);
    }
}
