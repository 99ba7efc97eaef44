package dev.sluice.adapters.web.order;

import dev.sluice.adapters.web.problem.ProblemType;
import dev.sluice.adapters.web.problem.Refusal;
import dev.sluice.adapters.web.problem.Refuses;
import dev.sluice.adapters.web.route.Needs;
import dev.sluice.domain.access.Caller;
import dev.sluice.domain.access.Owner;
import dev.sluice.domain.access.Scope;
import dev.sluice.domain.invoice.CreditNoteDocuments;
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
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The route of a refunded order's credit note. */
@Tag(name = "Orders")
@RestController
final class CreditNoteController {

    private static final Duration ANOTHER_TRY = Duration.ofSeconds(1);

    private final Orders orders;
    private final CreditNoteDocuments documents;

    CreditNoteController(Orders orders, CreditNoteDocuments documents) {
        this.orders = orders;
        this.documents = documents;
    }

    @Operation(operationId = "readCreditNote", summary = "Read a refunded order's credit note as PDF")
    // Of itself it would be described as text in base 64.
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PDF_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    @GetMapping(path = "/v1/orders/{id}/credit-note", produces = MediaType.APPLICATION_PDF_VALUE)
    @Needs(Scope.ORDERS)
    @Refuses({ProblemType.NOT_FOUND, ProblemType.CREDIT_NOTE_NOT_READY})
    ResponseEntity<byte[]> read(Caller caller, @PathVariable OrderId id) {
        PdfDocument document = documents
                .findByOrder(id, caller.owner())
                .orElseThrow(() -> missing(id, caller.owner()).asException());
        return PdfAnswer.of(document, "credit-note-" + id.value() + ".pdf", CacheControl.noStore());
    }

    private Refusal missing(OrderId id, Owner owner) {
        return orders.find(id, owner).map(CreditNoteController::missing).orElseGet(() -> Refusal.notFound("order"));
    }

    /** That of an erased buyer needs not be kept for ever. */
    private static Refusal missing(Order order) {
        return order.buyer().isErased() ? Refusal.notFound("credit note") : notReady(order);
    }

    /** A time to wait is named only if the order is refunded, and its credit note on the way. */
    private static Refusal notReady(Order order) {
        Refusal refusal = Refusal.of(
                ProblemType.CREDIT_NOTE_NOT_READY, "The order is " + order.status() + ", and has no credit note yet.");
        return order.status() == OrderStatus.REFUNDED ? refusal.retryAfter(ANOTHER_TRY) : refusal;
    }
}
