package dev.sluice.adapters.web.order;

import dev.sluice.adapters.web.problem.ProblemType;
import dev.sluice.adapters.web.problem.Refusal;
import dev.sluice.adapters.web.problem.Refuses;
import dev.sluice.adapters.web.route.Needs;
import dev.sluice.adapters.web.route.Public;
import dev.sluice.domain.access.Caller;
import dev.sluice.domain.access.Owner;
import dev.sluice.domain.access.Scope;
import dev.sluice.domain.invoice.InvoiceDocuments;
import dev.sluice.domain.order.OrderId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The routes of links to invoices, for a browser that has no key: whoever has the link is let in, for a short time. */
@Tag(name = "Orders")
@RestController
final class InvoiceLinkController {

    private final InvoiceLinks links;
    private final InvoiceFiles invoices;
    private final InvoiceDocuments documents;

    InvoiceLinkController(InvoiceLinks links, InvoiceFiles invoices, InvoiceDocuments documents) {
        this.links = links;
        this.invoices = invoices;
        this.documents = documents;
    }

    @Operation(
            operationId = "linkInvoice",
            summary = "Make a link to an order's invoice that works without a key for a time")
    @PostMapping(path = "/v1/orders/{id}/invoice/link", produces = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Scope.ORDERS)
    @Refuses({ProblemType.NOT_FOUND, ProblemType.INVOICE_NOT_READY})
    ResponseEntity<InvoiceLinkResponse> link(Caller caller, @PathVariable OrderId id) {
        invoices.require(id, caller.owner());
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(links.to(id));
    }

    @Operation(operationId = "downloadInvoice", summary = "Read an invoice by a link that was made for it")
    @ApiResponse(
            responseCode = "200",
            content =
                    @Content(
                            mediaType = MediaType.APPLICATION_PDF_VALUE,
                            schema = @Schema(type = "string", format = "binary")))
    @GetMapping(path = "/v1/orders/{id}/invoice/download", produces = MediaType.APPLICATION_PDF_VALUE)
    @Public
    @Refuses(ProblemType.NOT_FOUND)
    ResponseEntity<byte[]> download(
            @PathVariable OrderId id,
            @Parameter(required = true, schema = @Schema(type = "string", pattern = "^" + InvoiceLinks.SECONDS + "$"))
                    @RequestParam(required = false)
                    @Nullable
                    String expires,
            @Parameter(required = true, schema = @Schema(type = "string", pattern = "^[A-Za-z0-9_-]{43}$"))
                    @RequestParam(required = false)
                    @Nullable
                    String signature) {
        if (expires == null || signature == null || !links.works(id, expires, signature)) {
            throw nothing().asException();
        }
        return documents
                .findByOrder(id, Owner.operations())
                .map(document ->
                        InvoiceFiles.answer(id, document, CacheControl.noStore().cachePrivate()))
                .orElseThrow(() -> nothing().asException());
    }

    /** The same for a link that is old, altered or invented, and for an invoice that is gone: nobody learns which. */
    private static Refusal nothing() {
        return Refusal.notFound("invoice");
    }
}
