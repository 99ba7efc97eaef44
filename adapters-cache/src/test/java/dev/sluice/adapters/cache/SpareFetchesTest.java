package dev.sluice.adapters.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.sluice.domain.failure.RetryableFailure;
import dev.sluice.domain.load.Urgency;
import dev.sluice.domain.load.Work;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SpareFetchesTest {

    private final SpareFetches spare = new SpareFetches(2, Duration.ofMillis(20));
    private final CountDownLatch end = new CountDownLatch(1);
    private final AtomicInteger starts = new AtomicInteger();
    private final AtomicInteger running = new AtomicInteger();

    @AfterEach
    void endAll() {
        end.countDown();
    }

    @Test
    void oneThatIsRefreshedAlreadyIsNotRefreshedTwice() {
        spare.start("a", this::work);
        spare.start("a", this::work);
        await().until(() -> running.get() == 1);
        await().until(() -> running.get() == 1);
        end.countDown();
        await().until(() -> running.get() == 0);
        assertThat(starts).hasValue(1);
    }

    @Test
    void thereAreNeverMoreThanMayBe() {
        Thread.ofVirtual().start(() -> spare.run(this::worked));
        Thread.ofVirtual().start(() -> spare.run(this::worked));
        await().until(() -> running.get() == 2);
        assertThatThrownBy(() -> spare.run(() -> "none")).isInstanceOf(RetryableFailure.class);
        end.countDown();
        await().until(this::isFree);
    }

    @Test
    void whatIsRefreshedTakesNobodysTurn() {
        for (String name : List.of("a", "b", "c", "d")) {
            spare.start(name, this::work);
        }
        await().until(() -> running.get() == 1);
        assertThat(spare.run(() -> "one")).isEqualTo("one");
        assertThat(running).hasValue(1);
    }

    @Test
    void whatIsRefreshedIsTheLeastUrgent() {
        List<Urgency> seen = new CopyOnWriteArrayList<>();
        spare.start("a", () -> seen.add(Work.current().urgency()));
        await().until(() -> seen.contains(Urgency.REFRESH));
    }

    private boolean isFree() {
        try {
            return spare.run(() -> "one").equals("one");
        } catch (RetryableFailure full) {
            return false;
        }
    }

    @Test
    void aPlaceIsFreeAgainAfterAFailure() {
        for (int time = 0; time < 9; time++) {
            assertThatThrownBy(() -> spare.run(() -> {
                        throw new IllegalStateException("on purpose");
                    }))
                    .hasMessage("on purpose");
        }
    }

    private String worked() {
        work();
        return "done";
    }

    private void work() {
        starts.incrementAndGet();
        running.incrementAndGet();
        try {
            end.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            running.decrementAndGet();
        }
    }
}
