package dev.sluice.application.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sluice.domain.failure.RetryableFailure;
import dev.sluice.domain.job.ClaimedJob;
import dev.sluice.domain.job.GroupKey;
import dev.sluice.domain.job.InMemoryJobQueue;
import dev.sluice.domain.job.InMemoryTokenBuckets;
import dev.sluice.domain.job.JobRequest;
import dev.sluice.domain.job.JobState;
import dev.sluice.domain.job.JobType;
import dev.sluice.domain.job.Limit;
import dev.sluice.domain.job.QueueName;
import dev.sluice.domain.job.QueueProgress;
import dev.sluice.domain.job.QueueStanding;
import dev.sluice.domain.job.Rate;
import dev.sluice.domain.job.Start;
import dev.sluice.domain.job.WorkerId;
import dev.sluice.domain.job.WorkerOffer;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

class StallWatchTest {

    private static final Duration AFTER = Duration.ofMinutes(1);
    private static final QueueName OTHER_QUEUE = new QueueName("other-chores");
    private static final JobType<Chore> OTHER_TYPE =
            new JobType<>("do-other-chore", Chore.class, OTHER_QUEUE, Chore.RETRY, Chore.LIMIT);

    private final Chores chores = new Chores();
    private final CountedMetrics metrics = new CountedMetrics();
    private final RunningJobs running = new RunningJobs(() -> 0);
    private boolean away;

    /** Nobody dispatches and nobody runs anything, unless the test does. */
    private StallWatch watch = watch(JobLimits.NONE);

    @Test
    void aQueueOfWhichNothingBeginsForTheSpanStandsStill() {
        chores.enqueue("sweep");
        look(Duration.ZERO);
        lookFor(AFTER.minusSeconds(5));
        assertThat(watch.stalled()).isEmpty();
        lookFor(Duration.ofSeconds(5));
        assertThat(watch.stalled()).containsExactly(Chore.QUEUE);
    }

    @Test
    void aJobThatBeginsOnWhateverWorkerSetsItUpAgain() {
        chores.enqueue("sweep");
        chores.enqueue("wash");
        lookFor(AFTER.multipliedBy(2));
        assertThat(watch.stalled()).isNotEmpty();
        chores.jobs().begun(Map.of(Chore.QUEUE, 1));
        look(Duration.ofSeconds(5));
        assertThat(watch.stalled()).isEmpty();
    }

    @Test
    void whatBeginsHereIsToldToAll() {
        ClaimedJob job = chores.claimNew("sweep");
        running.begin(job, chores.worker());
        look(Duration.ZERO);
        look(Duration.ZERO);
        assertThat(chores.jobs().standing(Chore.QUEUE).begun()).isEqualTo(1);
    }

    @Test
    void whatIsDispatchedAndNeverClaimedIsAStall() {
        chores.enqueue("sweep");
        chores.dispatch();
        lookFor(AFTER.plusSeconds(5));
        assertThat(watch.stalled()).containsExactly(Chore.QUEUE);
    }

    @Test
    void whatNoDispatcherNoticesIsAStall() {
        chores.enqueue(JobRequest.of(Chores.newId(), Chore.TYPE, new Chore("sweep"))
                .with(options -> options.start(new Start.After(Duration.ofSeconds(10)))));
        lookFor(AFTER.plusSeconds(5));
        assertThat(watch.stalled()).isEmpty();
        lookFor(AFTER.plusSeconds(15));
        assertThat(watch.stalled()).containsExactly(Chore.QUEUE);
    }

    @Test
    void aQueueWithoutWorkDoesNotStandStill() {
        lookFor(AFTER.multipliedBy(2));
        assertThat(watch.stalled()).isEmpty();
    }

    @Test
    void aPausedQueueDoesNotStandStillNorDoesItOnceItIsResumed() {
        chores.enqueue("sweep");
        chores.jobs().pause(Chore.QUEUE, true);
        lookFor(AFTER.multipliedBy(3));
        assertThat(watch.stalled()).isEmpty();
        chores.jobs().pause(Chore.QUEUE, false);
        lookFor(AFTER.minusSeconds(5));
        assertThat(watch.stalled()).isEmpty();
    }

    @Test
    void aPausedTypeIsNoStall() {
        chores.enqueue("sweep");
        chores.jobs().pauseType(Chore.TYPE.name(), true);
        lookFor(AFTER.multipliedBy(3));
        assertThat(watch.stalled()).isEmpty();
    }

    @Test
    void whatALimitHoldsBackIsNoStall() {
        watch = watch(new JobLimits(Map.of(), Map.of(Chore.TYPE.name(), new Limit(0, null)), Map.of(), Map.of()));
        chores.enqueue("sweep");
        lookFor(AFTER.multipliedBy(3));
        assertThat(watch.stalled()).isEmpty();
    }

    @Test
    void whatAnEmptyBucketHoldsBackIsNoStall() {
        Rate daily = new Rate(1, Duration.ofDays(1));
        InMemoryTokenBuckets buckets = new InMemoryTokenBuckets(chores.clock());
        buckets.spend("group chores ada", daily, 1);
        watch = watch(
                new JobLimits(Map.of(), Map.of(), Map.of(Chore.QUEUE, new Limit(null, daily)), Map.of()), buckets);
        chores.enqueue(JobRequest.of(Chores.newId(), Chore.TYPE, new Chore("sweep"))
                .with(options -> options.group(new GroupKey("ada"))));
        lookFor(AFTER.multipliedBy(3));
        assertThat(watch.stalled()).isEmpty();
        chores.enqueue("of nobody");
        lookFor(AFTER.plusSeconds(5));
        assertThat(watch.stalled()).containsExactly(Chore.QUEUE);
    }

    @Test
    void whileAllWorkersHaveTheirHandsFullWorkWaits() {
        chores.jobs().register(chores.worker(), new WorkerOffer(Set.of(Chore.QUEUE), 1), Chores.LONG);
        ClaimedJob longJob = chores.claimNew("sweep for hours");
        chores.enqueue("wash");
        lookFor(AFTER.multipliedBy(3));
        assertThat(watch.stalled()).isEmpty();
        chores.finish(longJob, JobState.SUCCEEDED);
        lookFor(AFTER.plusSeconds(5));
        assertThat(watch.stalled()).containsExactly(Chore.QUEUE);
    }

    @Test
    void aQueueThatNobodyServesIsToldAndTakesNoWorkerDown() {
        chores.enqueue(JobRequest.of(Chores.newId(), OTHER_TYPE, new Chore("other")));
        lookFor(AFTER.plusSeconds(5));
        assertThat(watch.stalled()).isEmpty();
        assertThat(watch.unserved()).containsExactly(OTHER_QUEUE);
    }

    @Test
    void aQueueThatOthersServeIsTheirAffair() {
        chores.jobs().register(WorkerId.random(), new WorkerOffer(Set.of(OTHER_QUEUE), 1), Chores.LONG);
        chores.enqueue(JobRequest.of(Chores.newId(), OTHER_TYPE, new Chore("other")));
        lookFor(AFTER.plusSeconds(5));
        assertThat(watch.stalled()).isEmpty();
        assertThat(watch.unserved()).isEmpty();
    }

    @Test
    void timeThatNobodyHasWatchedDoesNotCount() {
        chores.enqueue("sweep");
        look(Duration.ZERO);
        look(Duration.ZERO);
        look(AFTER.multipliedBy(10));
        assertThat(watch.stalled()).isEmpty();
        lookFor(AFTER);
        assertThat(watch.stalled()).containsExactly(Chore.QUEUE);
    }

    @Test
    void theAgeOfTheOldestDueJobIsShown() {
        chores.enqueue("sweep");
        look(Duration.ofSeconds(3));
        assertThat(ages()).isEqualTo(Map.of("chores", 3.0, "other-chores", 0.0));
    }

    @Test
    void agesThatAreNotKnownAreNotShown() {
        look(Duration.ZERO);
        assertThat(ages()).isNotEmpty();
        away = true;
        assertThatExceptionOfType(RetryableFailure.class).isThrownBy(watch::runOnce);
        assertThat(ages()).isEmpty();
    }

    @Test
    void itLooksAtLeastSixTimesInTheSpan() {
        assertThat(StallWatch.pause(AFTER)).isEqualTo(Duration.ofSeconds(5));
        assertThat(StallWatch.pause(Duration.ofSeconds(6))).isEqualTo(Duration.ofSeconds(1));
    }

    @Test
    void aWorkerServesQueuesThatThereAre() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new WatchedQueues(Set.of(Chore.QUEUE), Set.of(OTHER_QUEUE)));
    }

    private Map<String, Number> ages() {
        return metrics.levels("job.oldest.age in seconds by queue");
    }

    private void lookFor(Duration span) {
        for (Duration left = span; left.isPositive(); left = left.minusSeconds(5)) {
            look(Duration.ofSeconds(5));
        }
    }

    private void look(Duration later) {
        chores.clock().advance(later);
        watch.runOnce();
    }

    private StallWatch watch(JobLimits limits) {
        return watch(limits, new InMemoryTokenBuckets(chores.clock()));
    }

    private StallWatch watch(JobLimits limits, InMemoryTokenBuckets buckets) {
        Dispatching parts = new Dispatching(
                chores.transactions(),
                chores.jobs(),
                buckets,
                new InMemoryJobQueue(Set.of(Chore.QUEUE)),
                metrics.meters());
        return new StallWatch(
                new DueWork(parts, limits),
                new AwayableProgress(),
                running,
                metrics.meters(),
                new WatchedQueues(Set.of(Chore.QUEUE, OTHER_QUEUE), Set.of(Chore.QUEUE)),
                AFTER,
                () -> chores.clock().millis() * 1_000_000);
    }

    /** The record, unless the test has it out of reach. */
    private final class AwayableProgress implements QueueProgress {

        @Override
        public void begun(Map<QueueName, Integer> attempts) {
            chores.jobs().begun(attempts);
        }

        @Override
        public QueueStanding standing(QueueName queue) {
            if (away) {
                throw new RetryableFailure("out of reach", new IllegalStateException());
            }
            return chores.jobs().standing(queue);
        }
    }
}
