package dev.sluice.application.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.cache.PendingInvalidations;
import dev.sluice.domain.cache.PendingInvalidations.Pending;
import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.failure.RetryableFailure;
import dev.sluice.domain.id.Ids;
import dev.sluice.domain.repository.InMemoryRepositories;
import dev.sluice.domain.time.SettableClock;
import dev.sluice.domain.transaction.Concurrently;
import dev.sluice.domain.transaction.InMemoryTransactions;
import dev.sluice.domain.transaction.Transactions;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RepairInvalidationsTest {

    private static final Duration AGE = Duration.ofSeconds(1);
    private static final int BATCH = 100;

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T12:00:00Z"));
    private final InMemoryRepositories repositories = InMemoryRepositories.empty(clock);
    private final InMemoryTransactions transactions = repositories.transactions();
    private final PendingInvalidations pending = repositories.pendingInvalidations();
    private final RecordedInvalidations cache = new RecordedInvalidations(transactions);
    private final Map<String, Integer> counts = new ConcurrentHashMap<>();
    private final Ids ids = new Ids(clock);
    private final InvalidateReads invalidating = new InvalidateReads(transactions, pending, cache, ids);
    private final InvalidateReads dying = new InvalidateReads(new DyingTransactions(), pending, cache, ids);
    private final RepairInvalidations repairing = new RepairInvalidations(
            transactions, pending, cache, (times, counter, tags) -> counts.merge(counter, times, Integer::sum));

    @Test
    void whatAProcessLeftThatDiedAfterItsCommitIsToldWhenItIsOldEnough() {
        transactions.run(() -> dying.after(new Change.Profile(creator(1))));
        clock.advance(AGE.minusMillis(1));
        repairing.runOnce();
        assertThat(cache.recorded()).isEmpty();

        clock.advance(Duration.ofMillis(1));
        assertThat(repairing.runOnce()).isFalse();

        assertThat(cache.recorded()).containsExactly(portfolio(1));
        assertThat(waiting()).isEmpty();
        assertThat(counts).isEqualTo(Map.of("cache.repairs", 1));
    }

    @Test
    void fromACommitToItsRepairPassLessThanFiveSeconds() {
        assertThat(AGE.plus(RepairInvalidations.PAUSE)).isLessThan(Duration.ofSeconds(5));
    }

    @Test
    void whatCouldNotBeToldIsToldLater() {
        cache.failNext(away());
        transactions.run(() -> invalidating.after(new Change.Profile(creator(1))));
        clock.advance(AGE);

        repairing.runOnce();

        assertThat(cache.recorded()).containsExactly(portfolio(1));
        assertThat(waiting()).isEmpty();
    }

    @Test
    void whatWasToldAtOnceIsNotToldAgain() {
        transactions.run(() -> invalidating.after(new Change.Profile(creator(1))));
        clock.advance(AGE);

        assertThat(repairing.runOnce()).isFalse();

        assertThat(cache.recorded()).containsExactly(portfolio(1));
        assertThat(counts).isEmpty();
    }

    @Test
    void whileTheCacheIsAwayItStopsAtTheFirstAndKeepsAll() {
        leave(1, 2, 3);
        cache.failNext(away());

        assertThat(repairing.runOnce()).isFalse();

        assertThat(cache.recorded()).isEmpty();
        assertThat(waiting()).hasSize(3);
        assertThat(counts).isEmpty();
        repairing.runOnce();
        assertThat(cache.recorded()).containsExactly(portfolio(1), portfolio(2), portfolio(3));
        assertThat(waiting()).isEmpty();
    }

    @Test
    void whatTheCacheRefusesHoldsUpNothingElse() {
        leave(1, 2);
        cache.failNext(new IllegalArgumentException("deliberate"));

        repairing.runOnce();

        assertThat(cache.recorded()).containsExactly(portfolio(2));
        assertThat(waiting()).hasSize(1);
        assertThat(counts).isEqualTo(Map.of("cache.repairs", 1));
    }

    @Test
    void whatWaitsSeveralTimesIsToldOnce() {
        leave(1, 2, 1, 1);

        repairing.runOnce();

        assertThat(cache.recorded()).containsExactly(portfolio(1), portfolio(2));
        assertThat(waiting()).isEmpty();
        assertThat(counts).isEqualTo(Map.of("cache.repairs", 4));
    }

    @Test
    void manyTakeSeveralStepsAtOnce() {
        leave(IntStream.rangeClosed(1, BATCH + 1).toArray());

        assertThat(repairing.runOnce()).isTrue();
        assertThat(cache.recorded()).hasSize(BATCH);
        assertThat(repairing.runOnce()).isFalse();
        assertThat(cache.recorded()).hasSize(BATCH + 1);
    }

    @Test
    void manyThatTheCacheDoesNotTakeAreNotTriedAtOnce() {
        leave(IntStream.rangeClosed(1, BATCH).toArray());
        cache.failNext(away());

        assertThat(repairing.runOnce()).isFalse();
    }

    @Test
    void severalProcessesThatRepairAtTheSameTimeLoseAndMiscountNothing() {
        leave(1, 2, 3, 4, 5);

        Concurrently.times(8, repairing::runOnce);

        assertThat(cache.recorded()).containsOnly(portfolio(1), portfolio(2), portfolio(3), portfolio(4), portfolio(5));
        assertThat(waiting()).isEmpty();
        assertThat(counts).isEqualTo(Map.of("cache.repairs", 5));
    }

    /** Lets a process die after the commit of a change of each creator, long ago. */
    private void leave(int... creators) {
        for (int number : creators) {
            transactions.run(() -> dying.after(new Change.Catalogue(creator(number))));
            clock.advance(AGE);
        }
    }

    private List<Pending> waiting() {
        return pending.waitingFor(Duration.ZERO, Integer.MAX_VALUE);
    }

    private static CreatorId creator(int number) {
        return new CreatorId(new UUID(0, number));
    }

    private static String portfolio(int number) {
        return "value:portfolios:public:" + creator(number).value();
    }

    private static RetryableFailure away() {
        return new RetryableFailure("the cache is away", new IllegalStateException());
    }

    /** Those of a process that dies after each commit. */
    private final class DyingTransactions implements Transactions {

        @Override
        public <T> T call(Supplier<T> work) {
            return transactions.call(work);
        }

        @Override
        public void afterCommit(Runnable action) {
            // It has died by then.
        }
    }
}
