package dev.sluice.application.invoice;

import dev.sluice.domain.catalogue.Creator;
import dev.sluice.domain.catalogue.Creators;
import dev.sluice.domain.id.Ids;
import dev.sluice.domain.invoice.Invoice;
import dev.sluice.domain.invoice.InvoiceId;
import dev.sluice.domain.invoice.Invoices;
import dev.sluice.domain.order.Order;
import java.time.InstantSource;

/** Issues the one invoice of an order. */
public final class IssueInvoice {

    private final Creators creators;
    private final Invoices invoices;
    private final Ids ids;
    private final InstantSource clock;

    public IssueInvoice(Creators creators, Invoices invoices, Ids ids, InstantSource clock) {
        this.creators = creators;
        this.invoices = invoices;
        this.ids = ids;
        this.clock = clock;
    }

    /** The order's invoice, issued now if it has none. Needs a transaction: a number is used only if it commits. */
    public Once<Invoice> issue(Order order) {
        return invoices.findByOrder(order.id())
                .map(invoice -> new Once<>(invoice, false))
                .orElseGet(() -> new Once<>(issueAnew(order), true));
    }

    private Invoice issueAnew(Order order) {
        Creator creator = creators.find(order.creator()).orElseThrow();
        Invoice invoice = Invoice.issued(
                new InvoiceId(ids.next()),
                invoices.allotNumber(creator.id()),
                order,
                creator.details().seller(),
                clock.instant());
        invoices.add(invoice);
        return invoice;
    }
}
