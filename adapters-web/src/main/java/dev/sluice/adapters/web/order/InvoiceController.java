package dev.sluice.adapters.web.order;

import dev.sluice.adapters.web.problem.ProblemType;
import dev.sluice.adapters.web.problem.Refuses;
import dev.sluice.adapters.web.route.Needs;
import dev.sluice.domain.access.Caller;
import dev.sluice.domain.access.Scope;
import dev.sluice.domain.order.OrderId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;

/** The route of an order's invoice. */
@Tag(name = "Orders")
@RestController
final class InvoiceController {

    private final InvoiceFiles invoices;

    InvoiceController(InvoiceFiles invoices) {
        this.invoices = invoices;
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
        return InvoiceFiles.answer(id, invoices.find(id, caller.owner()), CacheControl.noStore());
    }
}
