package dev.sluice.adapters.web.order;

import dev.sluice.adapters.web.problem.ProblemType;
import dev.sluice.adapters.web.problem.Refusal;
import dev.sluice.domain.access.Owner;
import dev.sluice.domain.invoice.InvoiceDocuments;
import dev.sluice.domain.invoice.PdfDocument;
import dev.sluice.domain.order.Order;
import dev.sluice.domain.order.OrderId;
import dev.sluice.domain.order.OrderStatus;
import dev.sluice.domain.order.Orders;
import java.time.Duration;
import org.springframework.http.CacheControl;
import org.springframework.http.ResponseEntity;

/** Invoices as files that are answered. */
final class InvoiceFiles {

    private static final Duration ANOTHER_TRY = Duration.ofSeconds(1);

    private final Orders orders;
    private final InvoiceDocuments documents;

    InvoiceFiles(Orders orders, InvoiceDocuments documents) {
        this.orders = orders;
        this.documents = documents;
    }

    /** @throws dev.sluice.adapters.web.problem.RefusedException if the owner has no such order, or that no invoice */
    PdfDocument find(OrderId id, Owner owner) {
        return documents
                .findByOrder(id, owner)
                .orElseThrow(() -> missing(id, owner).asException());
    }

    /** @throws dev.sluice.adapters.web.problem.RefusedException as {@link #find} does */
    void require(OrderId id, Owner owner) {
        if (!documents.exists(id, owner)) {
            throw missing(id, owner).asException();
        }
    }

    private Refusal missing(OrderId id, Owner owner) {
        return orders.find(id, owner).map(InvoiceFiles::missing).orElseGet(() -> Refusal.notFound("order"));
    }

    /** An order that was completed had an invoice, which needed not be kept any more. */
    private static Refusal missing(Order order) {
        boolean hadOne = order.status() == OrderStatus.COMPLETED || order.status() == OrderStatus.REFUNDED;
        return hadOne ? Refusal.notFound("invoice") : notReady(order.status());
    }

    /** No time to wait is named if the order has ended without an invoice. */
    static Refusal notReady(OrderStatus status) {
        Refusal refusal =
                Refusal.of(ProblemType.INVOICE_NOT_READY, "The order has no invoice while it is " + status + ".");
        return status.isUnderWay() ? refusal.retryAfter(ANOTHER_TRY) : refusal;
    }

    static ResponseEntity<byte[]> answer(OrderId id, PdfDocument document, CacheControl caching) {
        return PdfAnswer.of(document, "invoice-" + id.value() + ".pdf", caching);
    }
}
