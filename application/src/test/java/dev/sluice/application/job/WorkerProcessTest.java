package dev.sluice.application.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sluice.domain.job.InMemoryJobQueue;
import dev.sluice.domain.job.InMemoryTokenBuckets;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.JobOutcome;
import dev.sluice.domain.job.JobRun;
import dev.sluice.domain.job.JobState;
import dev.sluice.domain.job.WorkerId;
import dev.sluice.domain.load.KnownLogContext;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WorkerProcessTest {

    private static final Duration LEASE = Duration.ofSeconds(15);
    private static final Duration SOON = Duration.ofSeconds(10);

    private final Chores chores = new Chores();
    private final CountedMetrics metrics = new CountedMetrics();
    private final InMemoryJobQueue broker = new InMemoryJobQueue(Set.of(Chore.QUEUE));
    private final CountDownLatch gate = new CountDownLatch(1);
    private final FaultyClaims claims = new FaultyClaims(chores.jobs());
    private final RunningJobs running = new RunningJobs(System::nanoTime);
    private final WorkerLease lease = new WorkerLease(claims, Chores.OFFER, running, LEASE, System::nanoTime);
    private final JobSettlement settlement = new JobSettlement(
            chores.transactions(), chores.jobs(), new JobFollowers(List.of()), metrics.meters(), Chores.CRASHES);
    private final Rescue rescue = new Rescue(chores.transactions(), chores.jobs(), settlement);
    private final Worker worker = new Worker(
            lease,
            running,
            new Claiming(
                    chores.jobs(),
                    new Refunds(JobLimits.NONE, new InMemoryTokenBuckets(chores.clock())),
                    metrics.meters()),
            new JobAttempt(
                    new JobHandlers(List.of(new ChoreHandler(this::waitAtTheGate))),
                    chores.jobs(),
                    chores.transactions(),
                    metrics,
                    new KnownLogContext()),
            new Settler(settlement),
            4);

    private JobOutcome waitAtTheGate(Chore chore, JobRun run) throws InterruptedException {
        try {
            gate.await();
        } catch (InterruptedException stopped) {
            if (!chore.what().equals("stubborn")) {
                throw stopped;
            }
            gate.await();
        }
        return new JobOutcome.Done();
    }

    @Test
    void itHoldsItsLeaseAndSendsDueJobs() {
        chores.enqueue("sweep");
        try (WorkerProcess process = process(SOON)) {
            process.start();
            Eventually.holds(lease::isHeld);
            Eventually.holds(() -> broker.depth(Chore.QUEUE).orElse(0) == 1);
        }
    }

    @Test
    void aWokenDispatcherLooksForDueJobsBeforeItsPauseEnds() {
        JobId first = chores.enqueue("first");
        try (WorkerProcess process = process(SOON)) {
            process.start();
            Eventually.holds(() -> chores.find(first).state() == JobState.DISPATCHED);
            chores.enqueue("second");
            process.wakeDispatcher();
            Eventually.holds(() -> broker.depth(Chore.QUEUE).orElse(0) == 2);
        }
    }

    @Test
    void itRescuesTheJobsOfWorkersThatAreGone() {
        JobId orphan = chores.claimNew("sweep").dispatch().job();
        chores.jobs().leave(chores.worker());
        try (WorkerProcess process = process(SOON)) {
            process.start();
            Eventually.holds(() -> chores.find(orphan).state() != JobState.RUNNING);
        }
        assertThat(metrics.counts()).contains("job.rescues type do-chore outcome retrying");
    }

    @Test
    void closingWaitsForRunningJobsUnderARunningLease() throws InterruptedException {
        WorkerProcess process = process(SOON);
        JobId job = started(process);
        Thread closing = Thread.ofVirtual().start(process::close);
        Eventually.holds(() -> closing.getState() == Thread.State.TIMED_WAITING);
        assertThat(lease.isHeld()).isTrue();
        assertThat(chores.find(job).state()).isEqualTo(JobState.RUNNING);
        gate.countDown();
        assertThat(closing.join(SOON)).isTrue();
        assertThat(chores.find(job).state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(lease.isHeld()).isFalse();
    }

    @Test
    void whatStillRunsAtTheDeadlineIsInterruptedAndHandedBackWithoutAnAttemptUsed() throws InterruptedException {
        WorkerProcess process = process(Duration.ofMillis(1));
        JobId job = started(process);
        process.close();
        assertThat(worker.drain(SOON)).isTrue();
        assertThat(chores.find(job).state()).isEqualTo(JobState.AVAILABLE);
        assertThat(chores.find(job).attempt()).isZero();
    }

    @Test
    void whatDoesNotHeedItsInterruptionIsHandedBackAllTheSame() throws InterruptedException {
        WorkerProcess process = process(Duration.ofMillis(1));
        JobId job = started(process, "stubborn");
        process.close();
        assertThat(chores.find(job).state()).isEqualTo(JobState.AVAILABLE);
        assertThat(chores.find(job).attempt()).isZero();
        gate.countDown();
        assertThat(worker.drain(SOON)).isTrue();
        assertThat(chores.find(job).state()).isEqualTo(JobState.AVAILABLE);
    }

    @Test
    void whoHasClosedLeadsNoLonger() {
        WorkerProcess process = process(SOON);
        JobId job = chores.enqueue("sweep");
        process.start();
        Eventually.holds(() -> chores.find(job).state() == JobState.DISPATCHED);
        process.close();
        assertThat(chores.jobs().lead(WorkerId.random(), LEASE)).isPresent();
    }

    @Test
    void whoClosesWithoutADatabaseHoldsNothingAllTheSame() {
        WorkerProcess process = process(SOON);
        process.start();
        Eventually.holds(lease::isHeld);
        claims.failNext(Integer.MAX_VALUE);
        process.close();
        assertThat(lease.isHeld()).isFalse();
    }

    @Test
    void aWorkerRunsAtLeastOneJobAtATime() {
        assertThatIllegalArgumentException().isThrownBy(() -> new WorkerSettings(0, LEASE, SOON, SOON));
    }

    @Test
    void itBeatsThreeTimesWithinItsLease() {
        assertThat(new WorkerSettings(1, LEASE, SOON, SOON).heartbeat()).isEqualTo(Duration.ofSeconds(5));
    }

    /** Starts the process and a job in it. */
    private JobId started(WorkerProcess process) throws InterruptedException {
        return started(process, "sweep");
    }

    private JobId started(WorkerProcess process, String what) throws InterruptedException {
        JobId job = chores.enqueue(what);
        process.start();
        Eventually.holds(lease::isHeld);
        Eventually.holds(() -> broker.depth(Chore.QUEUE).orElse(0) == 1);
        assertThat(worker.take(broker.takeAll(Chore.QUEUE), SOON)).isEmpty();
        return job;
    }

    private WorkerProcess process(Duration drain) {
        Dispatcher dispatcher = new Dispatcher(
                WorkerId.random(),
                new Dispatching(
                        chores.transactions(),
                        chores.jobs(),
                        new InMemoryTokenBuckets(chores.clock()),
                        broker,
                        metrics.meters()),
                Set.of(Chore.QUEUE),
                new DispatcherSettings(10, LEASE, LEASE, JobLimits.NONE),
                System::nanoTime);
        return new WorkerProcess(
                worker, lease, running, dispatcher, rescue, new WorkerSettings(4, LEASE, drain, Duration.ofHours(1)));
    }
}
