package dev.sluice.application.order;

import dev.sluice.domain.failure.RetryableFailure;
import dev.sluice.domain.mail.MessageId;
import dev.sluice.domain.mail.SentMails;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;

/** A record of sent e-mails that fails as often as a test says, as if the process had died before it was written. */
final class ForgetfulSentMails implements SentMails {

    private final SentMails mails;
    private final AtomicInteger failures = new AtomicInteger();

    ForgetfulSentMails(SentMails mails) {
        this.mails = mails;
    }

    /** Lets one more of the next records fail. */
    void failNext() {
        failures.incrementAndGet();
    }

    @Override
    public boolean contains(MessageId id) {
        return mails.contains(id);
    }

    @Override
    public void record(MessageId id, Instant sentAt) {
        if (failures.getAndUpdate(left -> Math.max(0, left - 1)) > 0) {
            throw new RetryableFailure("the database is out of reach", new IllegalStateException());
        }
        mails.record(id, sentAt);
    }
}
