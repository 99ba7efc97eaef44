package dev.sluice.application.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.sluice.domain.job.Backlog.Waiting;
import dev.sluice.domain.job.GroupKey;
import dev.sluice.domain.job.Lane;
import dev.sluice.domain.job.LaneShare;
import dev.sluice.domain.job.Priority;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class FairShareTest {

    private static final Instant NOW = Instant.EPOCH;
    private static final Lane ADA = new Lane("do-chore", new GroupKey("ada"));
    private static final Lane BOB = new Lane("do-chore", new GroupKey("bob"));

    private final FairShare sharing = new FairShare(group -> 1);

    @Test
    void aGroupAloneGetsAllTheRoom() {
        assertThat(jobs(sharing.divide(List.of(waiting(ADA, 9)), 5, lane -> true)))
                .containsExactly(entry(ADA, 5));
        assertThat(jobs(sharing.divide(List.of(waiting(ADA, 3)), 5, lane -> true)))
                .containsExactly(entry(ADA, 3));
        assertThat(jobs(sharing.divide(List.of(), 5, lane -> true))).isEmpty();
    }

    @Test
    void groupsShareTheRoomEqually() {
        assertThat(jobs(sharing.divide(List.of(waiting(ADA, 1_000), waiting(BOB, 1_000)), 10, lane -> true)))
                .containsOnly(entry(ADA, 5), entry(BOB, 5));
    }

    @Test
    void whatOneGroupDoesNotNeedTheOtherGets() {
        assertThat(jobs(sharing.divide(List.of(waiting(ADA, 1_000), waiting(BOB, 2)), 10, lane -> true)))
                .containsOnly(entry(ADA, 8), entry(BOB, 2));
    }

    @Test
    void groupsShareTheRoomByTheirWeights() {
        Map<GroupKey, Integer> weights = Map.of(ADA.group(), 3, BOB.group(), 1);
        FairShare weighted = new FairShare(group -> weights.getOrDefault(group, 1));
        assertThat(jobs(weighted.divide(List.of(waiting(ADA, 1_000), waiting(BOB, 1_000)), 40, lane -> true)))
                .containsOnly(entry(ADA, 30), entry(BOB, 10));
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
        assertThat(jobs(sharing.divide(List.of(waiting(ADA, 200), waiting(BOB, 10)), 40, lane -> true)))
                .contains(entry(BOB, 10));
    }

    @Test
    void withinAGroupTheMostUrgentLaneGoesFirstThenTheOneThatWaitsLongest() {
        Lane urgent = new Lane("urgent", ADA.group());
        Lane late = new Lane("late", ADA.group());
        List<Waiting> waiting = List.of(
                waiting(late, 5),
                new Waiting(ADA, 5, Priority.NORMAL, NOW.minusSeconds(1)),
                new Waiting(urgent, 2, Priority.HIGHEST, NOW.plusSeconds(1)));
        assertThat(jobs(sharing.divide(waiting, 8, lane -> true)))
                .containsExactly(entry(urgent, 2), entry(ADA, 5), entry(late, 1));
    }

    @Test
    void aLaneThatMayNotGoDoesNotHoldUpTheOthers() {
        Lane other = new Lane("other", ADA.group());
        List<Waiting> waiting = List.of(waiting(ADA, 5), waiting(other, 5), waiting(BOB, 5));
        assertThat(jobs(sharing.divide(waiting, 4, lane -> !lane.equals(ADA))))
                .containsOnly(entry(other, 2), entry(BOB, 2));
        assertThat(jobs(sharing.divide(waiting, 4, lane -> false))).isEmpty();
    }

    private static Map<Lane, Integer> jobs(List<LaneShare> shares) {
        return shares.stream()
                .collect(Collectors.toMap(LaneShare::lane, LaneShare::jobs, Integer::sum, LinkedHashMap::new));
    }

    private static Waiting waiting(Lane lane, int jobs) {
        return new Waiting(lane, jobs, Priority.NORMAL, NOW);
    }
}
