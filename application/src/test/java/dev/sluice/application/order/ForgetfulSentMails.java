package dev.sluice.application.order;

import dev.sluice.domain.mail.MessageId;
import dev.sluice.domain.mail.SentMails;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** A record of sent e-mails that fails when a test says so. */
final class ForgetfulSentMails implements SentMails {

    private final SentMails mails;
    private final Queue<RuntimeException> failures = new ConcurrentLinkedQueue<>();

    ForgetfulSentMails(SentMails mails) {
        this.mails = mails;
    }

    /** Lets one more of the next records fail like this. */
    void failNext(RuntimeException failure) {
        failures.add(failure);
    }

    @Override
    public boolean contains(MessageId id) {
        return mails.contains(id);
    }

    @Override
    public Map<MessageId, Instant> sentAt(Collection<MessageId> ids) {
        return mails.sentAt(ids);
    }

    @Override
    public void record(MessageId id, Instant sentAt) {
        RuntimeException failure = failures.poll();
        if (failure != null) {
            throw failure;
        }
        mails.record(id, sentAt);
    }
}
