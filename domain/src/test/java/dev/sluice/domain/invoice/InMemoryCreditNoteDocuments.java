package dev.sluice.domain.invoice;

import dev.sluice.domain.access.Owner;
import dev.sluice.domain.order.OrderId;
import dev.sluice.domain.transaction.InMemoryTable;
import dev.sluice.domain.transaction.InMemoryTransactions;
import java.util.Optional;

/** Documents of credit notes in memory. */
public final class InMemoryCreditNoteDocuments implements CreditNoteDocuments {

    private final InMemoryTable<CreditNoteId, PdfDocument> table;
    private final InMemoryCreditNotes notes;

    public InMemoryCreditNoteDocuments(InMemoryTransactions transactions, InMemoryCreditNotes notes) {
        table = new InMemoryTable<>(transactions);
        this.notes = notes;
    }

    @Override
    public Optional<PdfDocument> findByOrder(OrderId order) {
        return findByOrder(order, Owner.operations());
    }

    @Override
    public Optional<PdfDocument> findByOrder(OrderId order, Owner owner) {
        return notes.findByOrder(order)
                .filter(note -> owner.owns(note.number().seller()))
                .map(CreditNote::id)
                .flatMap(table::find);
    }

    @Override
    public boolean storeIfAbsent(CreditNoteId note, PdfDocument document) {
        return table.insert(note, document);
    }

    public void delete(CreditNoteId note) {
        table.delete(note);
    }
}
