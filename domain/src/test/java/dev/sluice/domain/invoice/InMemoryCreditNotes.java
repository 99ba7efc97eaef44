package dev.sluice.domain.invoice;

import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.order.OrderId;
import dev.sluice.domain.transaction.InMemoryTable;
import dev.sluice.domain.transaction.InMemoryTransactions;
import java.util.Optional;

/** Credit notes in memory. */
public final class InMemoryCreditNotes implements CreditNotes {

    private final InMemoryTable<OrderId, CreditNote> table;
    private final InMemoryTable<CreatorId, CreditNoteNumber> last;

    public InMemoryCreditNotes(InMemoryTransactions transactions) {
        table = new InMemoryTable<>(transactions);
        last = new InMemoryTable<>(transactions);
    }

    @Override
    public Optional<CreditNote> findByOrder(OrderId order) {
        return table.find(order);
    }

    @Override
    public CreditNoteNumber allotNumber(CreatorId seller) {
        if (!last.insert(seller, new CreditNoteNumber(seller, 1))) {
            last.update(seller, number -> Optional.of(new CreditNoteNumber(seller, number.sequence() + 1)));
        }
        return last.find(seller).orElseThrow();
    }

    @Override
    public void add(CreditNote note) {
        if (!table.insert(note.invoice().order(), note)) {
            throw new IllegalStateException("the invoice has a credit note already");
        }
    }

    /** Leaves a credit note without its reason, of an invoice that names nobody any more. */
    public void forget(OrderId order, Invoice invoice) {
        table.update(
                order,
                note -> Optional.of(
                        new CreditNote(note.id(), note.number(), invoice, note.issuedAt(), "", note.restocked())));
    }
}
