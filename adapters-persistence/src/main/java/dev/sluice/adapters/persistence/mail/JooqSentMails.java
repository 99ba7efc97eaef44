package dev.sluice.adapters.persistence.mail;

import static dev.sluice.adapters.persistence.schema.Tables.SENT_MAILS;
import static org.jooq.impl.DSL.any;

import dev.sluice.adapters.persistence.statement.FixedStatement;
import dev.sluice.domain.mail.MessageId;
import dev.sluice.domain.mail.SentMails;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jooq.DSLContext;

/** The record of sent e-mails in PostgreSQL. */
final class JooqSentMails implements SentMails {

    private static final FixedStatement RECORD = new FixedStatement("""
            insert into sent_mails (message_id, sent_at)
            select * from unnest(?, ?)
            on conflict do nothing
            returning message_id
            """);

    private final DSLContext database;

    JooqSentMails(DSLContext database) {
        this.database = database;
    }

    @Override
    public boolean contains(MessageId id) {
        return database.fetchExists(SENT_MAILS, SENT_MAILS.MESSAGE_ID.eq(id.value()));
    }

    @Override
    public Map<MessageId, Instant> sentAt(Collection<MessageId> ids) {
        String[] values = ids.stream().map(MessageId::value).toArray(String[]::new);
        return database.selectFrom(SENT_MAILS)
                .where(SENT_MAILS.MESSAGE_ID.eq(any(values)))
                .fetchMap(row -> new MessageId(row.getMessageId()), row -> row.getSentAt());
    }

    @Override
    public void recordAll(Map<MessageId, Instant> sent) {
        List<Map.Entry<MessageId, Instant>> mails = List.copyOf(sent.entrySet());
        RECORD.fetch(
                database,
                row -> true,
                mails.stream().map(mail -> mail.getKey().value()).toArray(String[]::new),
                mails.stream().map(Map.Entry::getValue).toArray(Instant[]::new));
    }
}
