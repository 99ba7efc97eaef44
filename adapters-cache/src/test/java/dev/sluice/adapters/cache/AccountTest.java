package dev.sluice.adapters.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.rate.Allowance;
import dev.sluice.domain.rate.RequestKind;
import dev.sluice.domain.rate.Spending;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class AccountTest {

    private static final Duration WINDOW = Duration.ofMinutes(1);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final long START = Long.MAX_VALUE - 5;

    private long now = START;
    private final Account account =
            new Account(new Allowance(100, WINDOW), new Account.Patience(Duration.ofMillis(1), PAUSE), () -> now);
    private final List<Long> booked = new ArrayList<>();
    private boolean away;

    @Test
    void blocksDoubleUpToATwentiethOfTheAllowance() {
        spend(20);
        assertThat(booked).containsExactly(1L, 2L, 4L, 5L, 5L, 5L);
    }

    @Test
    void anotherWindowBeginsWithASmallBlock() {
        spend(7);
        now += WINDOW.toNanos();
        spend(1);
        assertThat(booked).containsExactly(1L, 2L, 4L, 1L);
    }

    @Test
    void whatIsBookedIsSpentWhileRedisIsAway() {
        spend(4);
        away = true;
        assertThat(spend(4).subList(0, 3)).allSatisfy(each -> assertThat(each).isInstanceOf(Spending.Allowed.class));
        assertThat(booked).containsExactly(1L, 2L, 4L, 5L);
    }

    @Test
    void aRedisThatIsAwayIsAskedAgainAfterThePauseOnly() {
        away = true;
        spend(10);
        assertThat(booked).hasSize(1);
        now += PAUSE.toNanos();
        away = false;
        assertThat(spend(1).getFirst()).isInstanceOf(Spending.Allowed.class);
        assertThat(booked).hasSize(2);
    }

    @Test
    void whoHasSpentEverythingIsRefusedUnasked() {
        spend(100);
        int questions = booked.size();
        assertThat(spend(10)).allSatisfy(each -> assertThat(each).isInstanceOf(Spending.Refused.class));
        assertThat(booked).hasSize(questions);
    }

    @Test
    void nobodyWaitsLongForAnothersBooking() throws InterruptedException {
        CountDownLatch asked = new CountDownLatch(1);
        CountDownLatch answered = new CountDownLatch(1);
        Thread slow = Thread.startVirtualThread(() -> account.spend(RequestKind.READ, wanted -> {
            asked.countDown();
            awaitUninterruptibly(answered);
            return Optional.of(new Block(wanted, 0, START + WINDOW.toNanos()));
        }));
        asked.await();

        assertThat(account.spend(RequestKind.READ, this::book)).isInstanceOf(Spending.Uncounted.class);
        assertThat(account.spend(RequestKind.WRITE, this::book)).isInstanceOf(Spending.Allowed.class);

        answered.countDown();
        slow.join();
        assertThat(booked).isEmpty();
    }

    private static void awaitUninterruptibly(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    private List<Spending> spend(int times) {
        List<Spending> spent = new ArrayList<>();
        for (int time = 0; time < times; time++) {
            spent.add(account.spend(RequestKind.READ, this::book));
        }
        return spent;
    }

    /** Books of one endless window's hundred. */
    private Optional<Block> book(long wanted) {
        long before = booked.stream().mapToLong(Long::longValue).sum();
        booked.add(wanted);
        long granted = Math.min(wanted, 100 - before);
        return away
                ? Optional.empty()
                : Optional.of(new Block(granted, 100 - before - granted, now + WINDOW.toNanos()));
    }
}
