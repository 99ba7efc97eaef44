package dev.sluice.adapters.persistence.mail;

import static dev.sluice.adapters.persistence.schema.Tables.SENT_MAILS;

import dev.sluice.domain.mail.MessageId;
import dev.sluice.domain.mail.SentMails;
import java.time.Instant;
import org.jooq.DSLContext;

/** The record of sent e-mails in PostgreSQL. */
final class JooqSentMails implements SentMails {

    private final DSLContext database;

    JooqSentMails(DSLContext database) {
        this.database = database;
    }

    @Override
    public boolean contains(MessageId id) {
        return database.fetchExists(SENT_MAILS, SENT_MAILS.MESSAGE_ID.eq(id.value()));
    }

    @Override
    public void record(MessageId id, Instant sentAt) {
        database.insertInto(SENT_MAILS)
                .set(SENT_MAILS.MESSAGE_ID, id.value())
                .set(SENT_MAILS.SENT_AT, sentAt)
                .onConflictDoNothing()
                .execute();
    }
}
