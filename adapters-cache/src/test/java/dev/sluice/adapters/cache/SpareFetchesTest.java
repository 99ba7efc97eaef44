package dev.sluice.adapters.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import dev.sluice.domain.failure.RetryableFailure;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class SpareFetchesTest {

    private final SpareFetches spare = new SpareFetches(2, Duration.ofMillis(20));
    private final CountDownLatch end = new CountDownLatch(1);
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
        spare.start("b", this::work);
        await().until(() -> running.get() == 2);
    }

    @Test
    void thereAreNeverMoreThanMayBe() {
        spare.start("a", this::work);
        spare.start("b", this::work);
        spare.start("c", this::work);
        await().until(() -> running.get() == 2);
        assertThatThrownBy(() -> spare.run(() -> "none")).isInstanceOf(RetryableFailure.class);
        end.countDown();
        await().until(() -> running.get() == 0);
        assertThat(spare.run(() -> "one")).isEqualTo("one");
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

    private void work() {
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
