package dev.sluice.embedded.smtp;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** What goes wrong when the next mail comes in. */
final class SmtpFaults {
    private final AtomicInteger refusals = new AtomicInteger();
    private volatile Duration delay = Duration.ZERO;

    void refuseNext(int mails) {
        refusals.set(mails);
    }

    void delay(Duration each) {
        delay = each;
    }

    /** Takes its time, then passes or throws; the server turns what is thrown into a 451. */
    void play() {
        pause();
        if (refusals.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new IllegalStateException("Refused, as the test wants");
        }
    }

    private void pause() {
        try {
            Thread.sleep(delay);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while delaying a mail", e);
        }
    }
}
