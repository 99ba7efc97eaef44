package dev.sluice.adapters.persistence.invoice;

import static dev.sluice.adapters.persistence.schema.Tables.RECEIPTS;

import dev.sluice.domain.invoice.Receipt;
import dev.sluice.domain.invoice.ReceiptId;
import dev.sluice.domain.invoice.Receipts;
import dev.sluice.domain.order.OrderId;
import java.util.List;
import org.jooq.DSLContext;

/** Receipts in PostgreSQL. */
final class JooqReceipts implements Receipts {

    private final DSLContext database;

    JooqReceipts(DSLContext database) {
        this.database = database;
    }

    @Override
    public void add(Receipt receipt) {
        database.insertInto(RECEIPTS)
                .set(RECEIPTS.ID, receipt.id().value())
                .set(RECEIPTS.ORDER_ID, receipt.order().value())
                .set(RECEIPTS.REQUESTED_AT, receipt.requestedAt())
                .execute();
    }

    @Override
    public List<Receipt> latest(OrderId order) {
        return database.selectFrom(RECEIPTS)
                .where(RECEIPTS.ORDER_ID.eq(order.value()))
                .orderBy(RECEIPTS.ID.desc())
                .limit(SHOWN)
                .fetch(row ->
                        new Receipt(new ReceiptId(row.getId()), new OrderId(row.getOrderId()), row.getRequestedAt()));
    }
}
