package dev.sluice.adapters.persistence.transaction;

import dev.sluice.domain.load.Urgency;
import dev.sluice.domain.load.Work;
import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/**
 * Runs a request's transaction again that the server has rolled back in favour of another: three times at most, after a
 * random pause, and with all requests together no more than one in ten, so that retries never make an overload worse
 * (the token bucket of gRPC's retry throttling). Jobs and loops have a way of their own to come again, and two layers
 * of retries multiply. Safe for use by many threads.
 */
final class Retries {

    private static final int ATTEMPTS = 3;
    private static final Duration LONGEST_PAUSE = Duration.ofMillis(50);

    /** What a retry costs, in tenths: as many transactions as that pay for one. */
    private static final int PRICE = 10;

    private static final int MOST = 10 * PRICE;

    private final AtomicInteger tokens = new AtomicInteger(MOST);

    <T> T run(Supplier<T> transaction) {
        for (int attempt = 1; ; attempt++) {
            try {
                T result = transaction.get();
                tokens.updateAndGet(left -> Math.min(MOST, left + 1));
                return result;
            } catch (RuntimeException failure) {
                if (attempt == ATTEMPTS || !isWorthwhile(failure) || !pay() || !pause(attempt)) {
                    throw failure;
                }
            }
        }
    }

    private static boolean isWorthwhile(RuntimeException failure) {
        Work work = Work.current();
        return work.urgency() == Urgency.REQUEST && !work.isLate() && DatabaseFailures.isRolledBack(failure);
    }

    private boolean pay() {
        return tokens.getAndUpdate(left -> left >= PRICE ? left - PRICE : left) >= PRICE;
    }

    /** @return false if the thread is interrupted meanwhile, as which it stays marked */
    private static boolean pause(int attempt) {
        try {
            Thread.sleep(ThreadLocalRandom.current().nextLong(attempt * LONGEST_PAUSE.toMillis()));
            return true;
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
