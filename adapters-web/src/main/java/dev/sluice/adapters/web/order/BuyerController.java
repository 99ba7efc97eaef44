package dev.sluice.adapters.web.order;

import dev.sluice.adapters.web.access.Authentication;
import dev.sluice.adapters.web.page.PageResponse;
import dev.sluice.adapters.web.problem.ProblemType;
import dev.sluice.adapters.web.problem.Refuses;
import dev.sluice.adapters.web.route.Needs;
import dev.sluice.adapters.web.validation.UuidText;
import dev.sluice.application.privacy.ErasePersonalData;
import dev.sluice.application.privacy.ExportPersonalData;
import dev.sluice.domain.access.Caller;
import dev.sluice.domain.access.Owner;
import dev.sluice.domain.access.Scope;
import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.catalogue.Creators;
import dev.sluice.domain.party.EmailAddress;
import dev.sluice.domain.privacy.DataSubject;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.headers.Header;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.validation.Valid;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** What buyers may ask of a seller. The address stands in the body: URLs are logged. */
@Tag(name = "Buyers")
@RestController
@RequestMapping(
        path = "/v1/buyers",
        consumes = MediaType.APPLICATION_JSON_VALUE,
        produces = MediaType.APPLICATION_JSON_VALUE)
final class BuyerController {

    private final ExportPersonalData exporting;
    private final ErasePersonalData erasing;
    private final Creators creators;
    private final Authentication authentication;

    BuyerController(
            ExportPersonalData exporting, ErasePersonalData erasing, Creators creators, Authentication authentication) {
        this.exporting = exporting;
        this.erasing = erasing;
        this.creators = creators;
        this.authentication = authentication;
    }

    @Operation(
            operationId = "exportBuyer",
            summary = "Read all that is held about a buyer, a page of orders at a time, newest first")
    @PostMapping("/export")
    @Needs(Scope.ORDERS)
    @Refuses(ProblemType.UNKNOWN_REFERENCE)
    ResponseEntity<PageResponse<HeldOrderResponse>> export(
            Caller caller, @Valid @RequestBody BuyerExportRequest request) {
        DataSubject subject = subject(caller, request.email(), request.creatorId());
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .body(PageResponse.of(exporting.export(subject, request.page()), HeldOrderResponse::of));
    }

    @Operation(
            operationId = "eraseBuyer",
            summary = "Put a pseudonym in a buyer's place for good; invoices are kept for the time of the law")
    @ApiResponse(responseCode = "204")
    @ApiResponse(
            responseCode = "409",
            headers =
                    @Header(
                            name = "Retry-After",
                            description = "In how many seconds to try again",
                            schema = @Schema(type = "string")))
    @PostMapping("/erase")
    @Needs(Scope.ORDERS)
    @Refuses({ProblemType.UNKNOWN_REFERENCE, ProblemType.WRONG_STATE})
    ResponseEntity<Void> erase(
            Caller caller, HttpServletRequest servlet, @Valid @RequestBody BuyerErasureRequest request) {
        DataSubject subject = subject(caller, request.email(), request.creatorId());
        String credential = Objects.requireNonNull(authentication.holder(servlet), "the guard has let nobody through");
        return switch (erasing.erase(subject, credential)) {
            case ErasePersonalData.Erased erased ->
                ResponseEntity.noContent().cacheControl(CacheControl.noStore()).build();
            case ErasePersonalData.UnderWay busy ->
                throw OrderRefusals.buyerUnderWay().asException();
        };
    }

    private DataSubject subject(Caller caller, String email, @Nullable String creatorId) {
        Owner owner = creatorId == null ? caller.owner() : seller(caller, new CreatorId(UuidText.parse(creatorId)));
        return new DataSubject(owner, new EmailAddress(email));
    }

    private Owner seller(Caller caller, CreatorId creator) {
        if (!caller.owner().owns(creator) || creators.find(creator).isEmpty()) {
            throw OrderRefusals.unknownCreator().asException();
        }
        return new Owner.Seller(creator);
    }
}
