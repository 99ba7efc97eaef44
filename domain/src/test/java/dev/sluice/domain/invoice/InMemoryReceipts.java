package dev.sluice.domain.invoice;

import dev.sluice.domain.order.OrderId;
import dev.sluice.domain.transaction.InMemoryTable;
import dev.sluice.domain.transaction.InMemoryTransactions;
import java.util.Comparator;
import java.util.List;

/** Receipts in memory. */
public final class InMemoryReceipts implements Receipts {

    private final InMemoryTable<ReceiptId, Receipt> table;

    public InMemoryReceipts(InMemoryTransactions transactions) {
        table = new InMemoryTable<>(transactions);
    }

    @Override
    public void add(Receipt receipt) {
        table.insert(receipt.id(), receipt);
    }

    @Override
    public List<Receipt> latest(OrderId order) {
        return table.rows()
                .filter(receipt -> receipt.order().equals(order))
                .sorted(Comparator.comparing(
                                (Receipt receipt) -> receipt.id().value().toString())
                        .reversed())
                .limit(SHOWN)
                .toList();
    }
}
