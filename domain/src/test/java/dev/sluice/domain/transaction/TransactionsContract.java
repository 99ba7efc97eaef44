package dev.sluice.domain.transaction;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

/** What every {@link Transactions} does. */
public interface TransactionsContract {

    Transactions transactions();

    @Test
    default void workGivesItsResult() {
        assertThat(transactions().call(() -> 42)).isEqualTo(42);
    }

    @Test
    default void whatWorkThrowsReachesTheCaller() {
        assertThatThrownBy(() -> transactions().run(TransactionsContract::fail)).isInstanceOf(Deliberate.class);
    }

    @Test
    default void actionsRunInTheirOrderOnceTheWorkIsDone() {
        List<String> log = new ArrayList<>();

        transactions().run(() -> {
            transactions().afterCommit(() -> log.add("first"));
            transactions().afterCommit(() -> log.add("second"));
            log.add("work");
        });

        assertThat(log).containsExactly("work", "first", "second");
    }

    @Test
    default void actionsOfAJoinedUnitWaitForTheOutermostCommit() {
        List<String> log = new ArrayList<>();

        transactions().run(() -> {
            transactions().run(() -> transactions().afterCommit(() -> log.add("action")));
            log.add("work");
        });

        assertThat(log).containsExactly("work", "action");
    }

    @Test
    default void actionsNeverRunAfterARollback() {
        List<String> log = new ArrayList<>();

        assertThatThrownBy(() -> transactions().run(() -> {
                    transactions().afterCommit(() -> log.add("action"));
                    fail();
                }))
                .isInstanceOf(Deliberate.class);

        assertThat(log).isEmpty();
    }

    @Test
    default void aJoinedUnitThatFailsTakesTheWholeTransactionWithIt() {
        List<String> log = new ArrayList<>();

        assertThatThrownBy(() -> transactions().run(() -> {
                    transactions().afterCommit(() -> log.add("action"));
                    assertThatThrownBy(() -> transactions().run(TransactionsContract::fail))
                            .isInstanceOf(Deliberate.class);
                }))
                .isInstanceOf(RuntimeException.class);

        assertThat(log).isEmpty();
    }

    @Test
    default void aFailingActionHarmsNeitherTheCallerNorTheNextAction() {
        List<String> log = new ArrayList<>();

        assertThatCode(() -> transactions().run(() -> {
                    transactions().afterCommit(TransactionsContract::fail);
                    transactions().afterCommit(() -> log.add("next"));
                }))
                .doesNotThrowAnyException();

        assertThat(log).containsExactly("next");
    }

    @Test
    default void anActionRunsOnTheThreadOfItsWork() {
        AtomicReference<Thread> thread = new AtomicReference<>();

        transactions().run(() -> transactions().afterCommit(() -> thread.set(Thread.currentThread())));

        assertThat(thread).hasValue(Thread.currentThread());
    }

    @Test
    default void outsideATransactionAnActionRunsAtOnce() {
        List<String> log = new ArrayList<>();

        transactions().afterCommit(() -> log.add("action"));

        assertThat(log).containsExactly("action");
    }

    @Test
    default void anActionMayUseATransactionOfItsOwn() {
        List<String> log = new ArrayList<>();

        transactions()
                .run(() -> transactions()
                        .afterCommit(() -> transactions().run(() -> {
                            transactions().afterCommit(() -> log.add("action of the action"));
                            log.add("action");
                        })));

        assertThat(log).containsExactly("action", "action of the action");
    }

    private static void fail() {
        throw new Deliberate();
    }

    /** A failure that a test causes on purpose. */
    final class Deliberate extends RuntimeException {

        private static final long serialVersionUID = 1;
    }
}
