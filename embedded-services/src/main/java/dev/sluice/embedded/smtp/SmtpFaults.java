package dev.sluice.embedded.smtp;

import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** What goes wrong when the next mail comes in. */
final class SmtpFaults {
    private final AtomicInteger refusals = new AtomicInteger();
    private Duration delay = Duration.ZERO;

    void refuseNext(int mails) {
        refusals.set(mails);
    }

    /** Holds for mails that wait already, too: they come in one after the other, and those behind them wait for them. */
    synchronized void delay(Duration each) {
        delay = each;
        notifyAll();
    }

    /** Takes its time, then passes or throws; the server turns what is thrown into a 451. */
    void play() {
        pause();
        if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IllegalStateException("Refused, as the test wants");
        }
    }

    private synchronized void pause() {
        long begun = System.nanoTime();
        try {
            long left = delay.toNanos();
            while (left > 0) {
                TimeUnit.NANOSECONDS.timedWait(this, left);
                left = delay.toNanos() - (System.nanoTime() - begun);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while delaying a mail", e);
        }
    }
}
