package dev.sluice.application.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sluice.domain.failure.RetryableFailure;
import dev.sluice.domain.job.ClaimedJob;
import dev.sluice.domain.job.WorkerId;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class WorkerLeaseTest {

    private static final Duration LEASE = Duration.ofSeconds(15);
    private static final Duration TWO_THIRDS = Duration.ofSeconds(10);

    private final Chores chores = new Chores();
    private final FaultyClaims claims = new FaultyClaims(chores.jobs());
    private final AtomicLong nanos = new AtomicLong(Long.MAX_VALUE - 1);
    private final RunningJobs running = new RunningJobs(nanos::get);
    private final WorkerLease lease = new WorkerLease(claims, Chores.OFFER, running, LEASE, nanos::get);

    @Test
    void beforeTheFirstHeartbeatNothingIsHeldAndNothingClaimed() {
        assertThat(lease.isHeld()).isFalse();
        chores.enqueue("sweep");
        assertThat(claims.claim(List.of(chores.dispatch()), lease.holder())).isEmpty();
    }

    @Test
    void theFirstHeartbeatTakesTheLease() {
        assertThat(lease.runOnce()).isFalse();
        assertThat(lease.isHeld()).isTrue();
        chores.enqueue("sweep");
        assertThat(claims.claim(List.of(chores.dispatch()), lease.holder())).hasSize(1);
    }

    @Test
    void eachHeartbeatRenewsTheLeaseUnderTheSameIdentity() {
        lease.runOnce();
        WorkerId holder = lease.holder();
        for (int beat = 0; beat < 5; beat++) {
            pass(LEASE.minusSeconds(1));
            lease.runOnce();
        }
        assertThat(lease.holder()).isEqualTo(holder);
        assertThat(lease.isHeld()).isTrue();
    }

    @Test
    void aFirstHeartbeatThatFailsIsTriedAgain() {
        claims.failNext(1);
        lease.runOnce();
        assertThat(lease.isHeld()).isFalse();
        lease.runOnce();
        assertThat(lease.isHeld()).isTrue();
    }

    @Test
    void heartbeatsMayFailForTwoThirdsOfTheLease() {
        lease.runOnce();
        WorkerId holder = lease.holder();
        claims.failNext(2);
        pass(TWO_THIRDS.dividedBy(2));
        lease.runOnce();
        pass(TWO_THIRDS.dividedBy(2));
        lease.runOnce();
        lease.runOnce();
        assertThat(lease.holder()).isEqualTo(holder);
        assertThat(lease.isHeld()).isTrue();
    }

    @Test
    void afterTwoThirdsOfTheLeaseWithoutAHeartbeatHandlersAreInterrupted() throws InterruptedException {
        lease.runOnce();
        WorkerId holder = lease.holder();
        InterruptibleAttempt handler = started(holder);
        claims.failNext(1);
        pass(TWO_THIRDS.plusMillis(1));
        lease.runOnce();
        handler.awaitInterruption();
        assertThat(lease.isHeld()).isFalse();
        assertThat(lease.holder()).isNotEqualTo(holder);
    }

    @Test
    void aHeartbeatThatTakesLongToFailCountsToItsEnd() throws InterruptedException {
        lease.runOnce();
        InterruptibleAttempt handler = started(lease.holder());
        claims.failNext(1);
        claims.meanwhile(() -> pass(TWO_THIRDS.plusMillis(1)));
        lease.runOnce();
        handler.awaitInterruption();
        assertThat(lease.isHeld()).isFalse();
    }

    @Test
    void theSpanBeginsWithTheLastGoodHeartbeatAndNotWithItsAnswer() {
        claims.meanwhile(() -> pass(TWO_THIRDS));
        lease.runOnce();
        assertThat(lease.isHeld()).isTrue();
        claims.meanwhile(() -> pass(Duration.ofMillis(1)));
        claims.failNext(1);
        lease.runOnce();
        assertThat(lease.isHeld()).isFalse();
    }

    @Test
    void theNextHeartbeatAfterALapseBeginsAfresh() {
        lease.runOnce();
        claims.failNext(1);
        pass(TWO_THIRDS.plusMillis(1));
        lease.runOnce();
        lease.runOnce();
        assertThat(lease.isHeld()).isTrue();
        chores.enqueue("sweep");
        assertThat(claims.claim(List.of(chores.dispatch()), lease.holder())).hasSize(1);
    }

    @Test
    void aLeaseThatTheDatabaseCallsLapsedIsGivenUpAtOnceForANewOne() throws InterruptedException {
        lease.runOnce();
        WorkerId lapsed = lease.holder();
        InterruptibleAttempt handler = started(lapsed);
        chores.clock().advance(LEASE);
        lease.runOnce();
        handler.awaitInterruption();
        assertThat(lease.isHeld()).isTrue();
        assertThat(lease.holder()).isNotEqualTo(lapsed);
        assertThat(claims.renew(lapsed, LEASE)).isFalse();
        assertThat(claims.renew(lease.holder(), LEASE)).isTrue();
    }

    @Test
    void endingTheLeaseFreesAndInterruptsWhatStillRuns() throws InterruptedException {
        lease.runOnce();
        chores.enqueue("sweep");
        ClaimedJob job =
                claims.claim(List.of(chores.dispatch()), lease.holder()).getFirst();
        InterruptibleAttempt handler = started(lease.holder());
        lease.end();
        handler.awaitInterruption();
        assertThat(lease.isHeld()).isFalse();
        assertThat(claims.orphans(1)).extracting(ClaimedJob::dispatch).containsExactly(job.dispatch());
    }

    @Test
    void aHeartbeatThatHangsDoesNotDelayTheEndOfTheLease() {
        lease.runOnce();
        WorkerId holder = lease.holder();
        nanos.addAndGet(Duration.ofSeconds(10).toNanos());
        lease.check();
        assertThat(lease.isHeld()).isTrue();
        nanos.addAndGet(1);
        lease.check();
        assertThat(lease.isHeld()).isFalse();
        assertThat(lease.holder()).isNotEqualTo(holder);
    }

    @Test
    void handlersAreInterruptedAlsoWhenTheEndCannotBeRecorded() throws InterruptedException {
        lease.runOnce();
        InterruptibleAttempt handler = started(lease.holder());
        claims.failNext(1);
        assertThatExceptionOfType(RetryableFailure.class).isThrownBy(lease::end);
        handler.awaitInterruption();
    }

    private void pass(Duration span) {
        nanos.addAndGet(span.toNanos());
        chores.clock().advance(span);
    }

    private InterruptibleAttempt started(WorkerId claimant) throws InterruptedException {
        chores.enqueue("sweep");
        return InterruptibleAttempt.started(running, chores.claim(), claimant);
    }
}
