package dev.sluice.adapters.web.order;

import dev.sluice.adapters.web.problem.ProblemType;
import dev.sluice.adapters.web.problem.Refusal;
import dev.sluice.adapters.web.problem.Refuses;
import dev.sluice.adapters.web.route.Needs;
import dev.sluice.domain.access.Caller;
import dev.sluice.domain.access.Owner;
import dev.sluice.domain.access.Scope;
import dev.sluice.domain.invoice.InvoiceDocuments;
import dev.sluice.domain.invoice.PdfDocument;
import dev.sluice.domain.order.Order;
import dev.sluice.domain.order.OrderId;
import dev.sluice.domain.order.OrderStatus;
import dev.sluice.domain.order.Orders;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Duration;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The route of an order's invoice. */
@Tag(name = "Orders")
@RestController
final class InvoiceController {

    private static final Duration ANOTHER_TRY = Duration.ofSeconds(1);

    private final Orders orders;
    private final InvoiceDocuments documents;

    InvoiceController(Orders orders, InvoiceDocuments documents) {
        this.orders = orders;
        this.documents = documents;
    }

    @Operation(operationId = "readInvoice", summary = "Read an order's invoice as PDF")
    // Of itself it would be described as text in base 64.
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PDF_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    @GetMapping(path = "/v1/orders/{id}/invoice", produces = MediaType.APPLICATION_PDF_VALUE)
    @Needs(Scope.ORDERS)
    @Refuses({ProblemType.NOT_FOUND, ProblemType.INVOICE_NOT_READY})
    ResponseEntity<byte[]> read(Caller caller, @PathVariable OrderId id) {
        PdfDocument document = documents
                .findByOrder(id, caller.owner())
                .orElseThrow(() -> missing(id, caller.owner()).asException());
        return PdfAnswer.of(document, "invoice-" + id.value() + ".pdf");
    }

    private Refusal missing(OrderId id, Owner owner) {
        return orders.find(id, owner).map(InvoiceController::notReady).orElseGet(() -> Refusal.notFound("order"));
    }

    /** No time to wait is named if the order has ended without an invoice. */
    private static Refusal notReady(Order order) {
        Refusal refusal = OrderRefusals.noInvoice(order.status());
        boolean ended = order.status() == OrderStatus.FAILED || order.status() == OrderStatus.CANCELLED;
        return ended ? refusal : refusal.retryAfter(ANOTHER_TRY);
    }
}
