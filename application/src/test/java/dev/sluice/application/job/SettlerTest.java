package dev.sluice.application.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.job.ClaimedJob;
import dev.sluice.domain.job.JobOutcome;
import dev.sluice.domain.job.JobState;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class SettlerTest {

    private static final int FOR_EVER = 1_000_000;

    private final Chores chores = new Chores();
    private final FaultyClaims claims = new FaultyClaims(chores.jobs());
    private final Settler settler = new Settler(new JobSettlement(
            chores.transactions(), claims, new JobFollowers(List.of()), new CountedMetrics().meters(), Chores.CRASHES));
    private final BlockingQueue<String> settled = new LinkedBlockingQueue<>();

    @Test
    void whatEndsWhileOthersAreSettledIsLeftToTheThreadThatIsAtIt() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        claims.meanwhile(() -> {
            asked.countDown();
            await(answered);
        });
        add("first");
        Thread atIt = Thread.startVirtualThread(this::settle);
        asked.await();

        add("second");
        settler.settle();

        assertThat(settled).isEmpty();
        answered.countDown();
        atIt.join();
        assertThat(settled).containsExactly("first", "second");
    }

    @Test
    void whatIsNotAnsweredComesAgainAndHoldsUpNothing() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        claims.failNext(1);
        claims.meanwhile(asked::countDown);
        ClaimedJob first = add("first");
        Thread atIt = Thread.startVirtualThread(this::settle);
        asked.await();

        add("second");
        settler.settle();

        atIt.join();
        assertThat(settled).containsExactly("second", "first");
        assertThat(chores.find(first).state()).isEqualTo(JobState.SUCCEEDED);
    }

    @Test
    void whatAThreadHasGivenUpTheNextSettles() throws InterruptedException {
        AtomicBoolean gaveUp = new AtomicBoolean();
        CountDownLatch asked = new CountDownLatch(1);
        claims.failNext(FOR_EVER);
        claims.meanwhile(asked::countDown);
        add("first");
        Thread atIt = Thread.startVirtualThread(() -> gaveUp.set(!settle()));
        asked.await();
        atIt.interrupt();
        atIt.join();
        assertThat(gaveUp).isTrue();

        claims.failNext(0);
        settler.settle();

        assertThat(settled).containsExactly("first");
    }

    @Test
    void nothingIsLostBetweenOneThreadAndTheNext() throws InterruptedException {
        List<Thread> threads = List.of(producer("a"), producer("b"), producer("c"));
        for (Thread thread : threads) {
            thread.join();
        }
        for (int count = 0; count < 300; count++) {
            assertThat(settled.poll(10, TimeUnit.SECONDS)).isNotNull();
        }
    }

    private Thread producer(String name) {
        return Thread.startVirtualThread(() -> {
            for (int number = 0; number < 100; number++) {
                add(name + number);
                settle();
            }
        });
    }

    private ClaimedJob add(String what) {
        ClaimedJob job = claimed(what);
        settler.add(new EndedAttempt(job, new JobOutcome.Done(), Duration.ofSeconds(1)), () -> settled.add(what));
        return job;
    }

    private synchronized ClaimedJob claimed(String what) {
        return chores.claimNew(what);
    }

    /** @return false if it was interrupted */
    private boolean settle() {
        try {
            settler.settle();
            return true;
        } catch (InterruptedException stopped) {
            return false;
        }
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
