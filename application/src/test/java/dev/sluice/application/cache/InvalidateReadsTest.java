package dev.sluice.application.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sluice.domain.cache.Invalidation;
import dev.sluice.domain.cache.PendingInvalidations;
import dev.sluice.domain.cache.PendingInvalidations.Pending;
import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.channel.ChannelId;
import dev.sluice.domain.failure.RetryableFailure;
import dev.sluice.domain.id.Ids;
import dev.sluice.domain.repository.InMemoryRepositories;
import dev.sluice.domain.transaction.Concurrently;
import dev.sluice.domain.transaction.InMemoryTransactions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InvalidateReadsTest {

    private static final CreatorId CREATOR = new CreatorId(new UUID(0, 1));
    private static final CreatorId OTHER = new CreatorId(new UUID(0, 2));
    private static final ChannelId CHANNEL = new ChannelId(new UUID(0, 3));

    private final InMemoryRepositories repositories = InMemoryRepositories.empty();
    private final InMemoryTransactions transactions = repositories.transactions();
    private final RecordedInvalidations cache = new RecordedInvalidations(transactions);
    private final Ids ids = new Ids(InstantSource.system());
    private final InvalidateReads invalidating =
            new InvalidateReads(transactions, repositories.pendingInvalidations(), cache, ids);

    @Test
    void itIsRecordedInTheTransactionAndToldAfterTheCommitAndThenForgotten() {
        LoggedPending log = new LoggedPending();
        InvalidateReads logged = new InvalidateReads(transactions, log, log::told, ids);

        transactions.run(() -> {
            logged.after(new Change.Synchronisation(CHANNEL, CREATOR));
            transactions.afterCommit(() -> log.add("later action"));
            log.add("work done");
        });

        assertThat(log.lines)
                .containsExactly(
                        "recorded 2 in a transaction",
                        "work done in a transaction",
                        "told " + statistics() + " outside, 2 pending",
                        "told " + portfolio(CREATOR) + " outside, 2 pending",
                        "forgotten 2 in a transaction",
                        "later action outside");
    }

    @Test
    void whatRollsBackRecordsAndTellsNothing() {
        assertThatIllegalStateException()
                .isThrownBy(() -> transactions.run(() -> {
                    invalidating.after(new Change.Profile(CREATOR));
                    throw new IllegalStateException("deliberate");
                }));

        assertThat(waiting()).isEmpty();
        assertThat(cache.recorded()).isEmpty();
    }

    @Test
    void twoChangesOfOneTransactionAreBothTold() {
        transactions.run(() -> {
            invalidating.after(new Change.Profile(CREATOR));
            invalidating.after(new Change.Catalogue(OTHER));
        });

        assertThat(cache.recorded()).containsExactly(portfolio(CREATOR), portfolio(OTHER));
        assertThat(waiting()).isEmpty();
    }

    @Test
    void changesOfTransactionsAtTheSameTimeAreAllTold() {
        Concurrently.times(20, () -> {
            transactions.run(() -> invalidating.after(new Change.Catalogue(CREATOR)));
            return true;
        });

        assertThat(cache.recorded()).containsOnly(portfolio(CREATOR)).hasSize(20);
        assertThat(waiting()).isEmpty();
    }

    @Test
    void whileTheCacheIsAwayTheChangeCommitsAndStaysPending() {
        cache.failNext(away());

        transactions.run(() -> invalidating.after(new Change.Synchronisation(CHANNEL, CREATOR)));

        assertThat(cache.recorded()).isEmpty();
        assertThat(waiting()).containsExactlyInAnyOrder(statistics(), portfolio(CREATOR));
    }

    @Test
    void whatTheCacheWasToldBeforeItWentAwayIsForgotten() {
        InvalidateReads halfway = new InvalidateReads(
                transactions,
                repositories.pendingInvalidations(),
                invalidation -> {
                    cache.invalidate(invalidation);
                    cache.failNext(away());
                },
                ids);

        transactions.run(() -> halfway.after(new Change.Synchronisation(CHANNEL, CREATOR)));

        assertThat(cache.recorded()).containsExactly(statistics());
        assertThat(waiting()).containsExactly(portfolio(CREATOR));
    }

    @Test
    void whatTheCacheRefusesHoldsUpNothingElseAndStaysPending() {
        cache.failNext(new IllegalArgumentException("deliberate"));

        transactions.run(() -> invalidating.after(new Change.Synchronisation(CHANNEL, CREATOR)));

        assertThat(cache.recorded()).containsExactly(portfolio(CREATOR));
        assertThat(waiting()).containsExactly(statistics());
    }

    private static RetryableFailure away() {
        return new RetryableFailure("the cache is away", new IllegalStateException());
    }

    private static String statistics() {
        return "value:channel-statistics:public:" + CHANNEL.value();
    }

    private static String portfolio(CreatorId creator) {
        return "value:portfolios:public:" + creator.value();
    }

    private List<String> waiting() {
        return repositories.pendingInvalidations().waitingFor(Duration.ZERO, 99).stream()
                .map(pending -> pending.invalidation().text())
                .toList();
    }

    /** Logs what happens to pending invalidations, and whether a transaction is open then. */
    private final class LoggedPending implements PendingInvalidations {

        private final List<String> lines = Collections.synchronizedList(new ArrayList<>());
        private final PendingInvalidations kept = repositories.pendingInvalidations();

        void add(String line) {
            lines.add(line + (transactions.isOpen() ? " in a transaction" : " outside"));
        }

        void told(Invalidation invalidation) {
            add("told " + invalidation.text());
            lines.add(lines.removeLast() + ", " + waitingFor(Duration.ZERO, 99).size() + " pending");
        }

        @Override
        public void record(Collection<Pending> pending) {
            kept.record(pending);
            add("recorded " + pending.size());
        }

        @Override
        public List<Pending> waitingFor(Duration age, int limit) {
            return kept.waitingFor(age, limit);
        }

        @Override
        public int forget(Collection<UUID> told) {
            int forgotten = kept.forget(told);
            add("forgotten " + forgotten);
            return forgotten;
        }
    }
}
