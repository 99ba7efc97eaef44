package dev.sluice.application.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.job.InMemoryJobs;
import dev.sluice.domain.job.JobUpkeep;
import dev.sluice.domain.time.SettableClock;
import dev.sluice.domain.transaction.InMemoryTransactions;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class FoldJobCountsTest {

    private final InMemoryTransactions transactions = new InMemoryTransactions();

    @Test
    void aFullBatchIsFollowedByAnotherAtOnce() {
        assertThat(new FoldJobCounts(transactions, new Pile(25_000)).runOnce()).isTrue();
        assertThat(new FoldJobCounts(transactions, new Pile(10_000)).runOnce()).isTrue();
    }

    @Test
    void whenLittleIsLeftTheNextTimeCanWait() {
        Pile pile = new Pile(9_999);
        FoldJobCounts folding = new FoldJobCounts(transactions, pile);

        assertThat(folding.runOnce()).isFalse();
        assertThat(folding.runOnce()).isFalse();
        assertThat(pile.differences).isZero();
    }

    /** So many differences to add up, and nothing else to keep. */
    private final class Pile implements JobUpkeep {

        private final InMemoryJobs empty = new InMemoryJobs(new SettableClock(Instant.EPOCH), transactions);
        private int differences;

        Pile(int differences) {
            this.differences = differences;
        }

        @Override
        public int foldCounts(int limit) {
            assertThat(transactions.isOpen()).isTrue();
            int folded = Math.min(limit, differences);
            differences -= folded;
            return folded;
        }

        @Override
        public void openDays(int ahead) {
            empty.openDays(ahead);
        }

        @Override
        public void dropDays(Duration keep) {
            empty.dropDays(keep);
        }

        @Override
        public int forgetFreeKeys(int limit) {
            return empty.forgetFreeKeys(limit);
        }
    }
}
