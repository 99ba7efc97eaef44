package dev.sluice.adapters.web.order;

import dev.sluice.adapters.web.job.JobResponse;
import dev.sluice.adapters.web.problem.ProblemType;
import dev.sluice.adapters.web.problem.Refusal;
import dev.sluice.adapters.web.problem.Refuses;
import dev.sluice.adapters.web.route.Needs;
import dev.sluice.application.order.RequestReceipt;
import dev.sluice.domain.access.Caller;
import dev.sluice.domain.access.Scope;
import dev.sluice.domain.job.Job;
import dev.sluice.domain.job.Jobs;
import dev.sluice.domain.order.OrderId;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.net.URI;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RestController;

/** The route by which a buyer gets an invoice once more. */
@Tag(name = "Orders")
@RestController
final class ReceiptController {

    private final RequestReceipt requesting;
    private final Jobs jobs;

    ReceiptController(RequestReceipt requesting, Jobs jobs) {
        this.requesting = requesting;
        this.jobs = jobs;
    }

    @Operation(
            operationId = "resendReceipt",
            summary = "E-mail an order's invoice to its buyer once more; within a minute that is done once")
    @ApiResponse(responseCode = "202")
    @PostMapping(path = "/v1/orders/{id}/resend-receipt", produces = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Scope.ORDERS)
    @Refuses({ProblemType.NOT_FOUND, ProblemType.INVOICE_NOT_READY, ProblemType.WRONG_STATE})
    ResponseEntity<JobResponse> resend(Caller caller, @PathVariable OrderId id) {
        return switch (requesting.request(id, caller.owner())) {
            case RequestReceipt.Queued queued ->
                accepted(jobs.find(queued.job(), caller.owner()).orElseThrow());
            case RequestReceipt.UnknownOrder unknown ->
                throw Refusal.notFound("order").asException();
            case RequestReceipt.BuyerErased erased ->
                throw OrderRefusals.buyerErased().asException();
            case RequestReceipt.NoInvoice none ->
                throw InvoiceFiles.notReady(none.status()).asException();
        };
    }

    private static ResponseEntity<JobResponse> accepted(Job job) {
        return ResponseEntity.accepted()
                .location(URI.create("/v1/jobs/" + job.id().value()))
                .cacheControl(CacheControl.noStore())
                .body(JobResponse.of(job));
    }
}
