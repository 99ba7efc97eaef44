package dev.sluice.application.invoice;

import dev.sluice.domain.catalogue.Creator;
import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.catalogue.Creators;
import dev.sluice.domain.id.Ids;
import dev.sluice.domain.invoice.Invoice;
import dev.sluice.domain.invoice.InvoiceId;
import dev.sluice.domain.invoice.InvoiceNumber;
import dev.sluice.domain.invoice.Invoices;
import dev.sluice.domain.order.Order;
import dev.sluice.domain.order.OrderId;
import java.time.InstantSource;
import java.util.Collection;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Issues the one invoice of each order. */
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

    /**
     * The invoices of these orders, of which those that have none are issued one now. Needs a transaction: a number is used
     * only if it commits.
     */
    public Map<OrderId, Once<Invoice>> issue(Collection<Order> orders) {
        Map<OrderId, Once<Invoice>> issued = new HashMap<>();
        invoices.findByOrders(orders.stream().map(Order::id).toList())
                .forEach(invoice -> issued.put(invoice.order(), new Once<>(invoice, false)));
        List<Order> without =
                orders.stream().filter(order -> !issued.containsKey(order.id())).toList();
        if (!without.isEmpty()) {
            issueAnew(without).forEach(invoice -> issued.put(invoice.order(), new Once<>(invoice, true)));
        }
        return issued;
    }

    private List<Invoice> issueAnew(List<Order> orders) {
        List<CreatorId> sellers = orders.stream().map(Order::creator).toList();
        Map<CreatorId, Creator> found = creators.findAll(Set.copyOf(sellers));
        Iterator<InvoiceNumber> numbers = invoices.allotNumbers(sellers).iterator();
        List<Invoice> issued = orders.stream()
                .map(order -> issued(order, numbers.next(), Objects.requireNonNull(found.get(order.creator()))))
                .toList();
        invoices.addAll(issued);
        return issued;
    }

    private Invoice issued(Order order, InvoiceNumber number, Creator creator) {
        return Invoice.issued(
                new InvoiceId(ids.next()), number, order, creator.details().seller(), clock.instant());
    }
}
