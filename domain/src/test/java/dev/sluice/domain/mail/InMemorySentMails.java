package dev.sluice.domain.mail;

import dev.sluice.domain.transaction.InMemoryTable;
import dev.sluice.domain.transaction.InMemoryTransactions;
import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The record of sent e-mails in memory. */
public final class InMemorySentMails implements SentMails {

    private final InMemoryTable<MessageId, Instant> table;

    public InMemorySentMails(InMemoryTransactions transactions) {
        table = new InMemoryTable<>(transactions);
    }

    @Override
    public boolean contains(MessageId id) {
        return table.find(id).isPresent();
    }

    @Override
    public Map<MessageId, Instant> sentAt(Collection<MessageId> ids) {
        return ids.stream()
                .distinct()
                .filter(this::contains)
                .collect(Collectors.toMap(id -> id, id -> table.find(id).orElseThrow()));
    }

    @Override
    public void recordAll(Map<MessageId, Instant> sent) {
        sent.forEach(table::insert);
    }

    /** When an e-mail was accepted. */
    public Optional<Instant> sentAt(MessageId id) {
        return table.find(id);
    }
}
