package dev.sluice.domain.mail;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;

/** The record of e-mails that the mail server has accepted. Safe for use by many threads; joins the caller's transaction. */
public interface SentMails {

    boolean contains(MessageId id);

    /** When those of these e-mails that were sent were recorded as sent. */
    Map<MessageId, Instant> sentAt(Collection<MessageId> ids);

    /** Records an e-mail as sent; a second record of the same one changes nothing. */
    default void record(MessageId id, Instant sentAt) {
        recordAll(Map.of(id, sentAt));
    }

    /** {@linkplain #record Records} many e-mails, each with its time. */
    void recordAll(Map<MessageId, Instant> sent);
}
