package dev.sluice.application.order;

import dev.sluice.domain.mail.MessageId;
import dev.sluice.domain.mail.SentMails;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;

/** A record of sent e-mails that fails when a test says so. */
final class ForgetfulSentMails implements SentMails {

    private final SentMails mails;
    private final Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();
    private final AtomicInteger looks = new AtomicInteger();

    ForgetfulSentMails(SentMails mails) {
        this.mails = mails;
    }

    /** Lets one more of the next records fail like this. */
    void failNext(RuntimeException failure) {
        failures.add(failure);
    }

    /** How often it was asked whether an e-mail has been sent. */
    int looks() {
        return looks.get();
    }

    @Override
    public boolean contains(MessageId id) {
        looks.incrementAndGet();
        return mails.contains(id);
    }

    @Override
    public Map<MessageId, Instant> sentAt(Collection<MessageId> ids) {
        return mails.sentAt(ids);
    }

    @Override
    public void recordAll(Map<MessageId, Instant> sent) {
        RuntimeException failure = failures.poll();
        if (failure != null) {
            throw failure;
        }
        mails.recordAll(sent);
    }
}
