package dev.sluice.adapters.web.catalogue;

import dev.sluice.adapters.web.page.Cursor;
import dev.sluice.adapters.web.page.Limit;
import dev.sluice.adapters.web.page.PageParameters;
import dev.sluice.adapters.web.page.PageResponse;
import dev.sluice.adapters.web.patch.EntityTag;
import dev.sluice.adapters.web.patch.MergePatch;
import dev.sluice.adapters.web.problem.ProblemType;
import dev.sluice.adapters.web.problem.Refusal;
import dev.sluice.adapters.web.problem.Refuses;
import dev.sluice.adapters.web.problem.Violation;
import dev.sluice.adapters.web.route.Needs;
import dev.sluice.adapters.web.route.Public;
import dev.sluice.application.catalogue.AddProduct;
import dev.sluice.application.catalogue.ReviseProduct;
import dev.sluice.domain.access.Caller;
import dev.sluice.domain.access.Scope;
import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.catalogue.Creators;
import dev.sluice.domain.catalogue.Product;
import dev.sluice.domain.catalogue.ProductId;
import dev.sluice.domain.catalogue.Products;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.node.ObjectNode;

/** The routes of products. */
@Tag(name = "Products")
@RestController
@RequestMapping(path = "/v1", produces = MediaType.APPLICATION_JSON_VALUE)
final class ProductController {

    private final Creators creators;
    private final Products products;
    private final AddProduct adding;
    private final ReviseProduct revising;
    private final MergePatch patches;

    ProductController(
            Creators creators, Products products, AddProduct adding, ReviseProduct revising, MergePatch patches) {
        this.creators = creators;
        this.products = products;
        this.adding = adding;
        this.revising = revising;
        this.patches = patches;
    }

    @Operation(operationId = "listProducts", summary = "List a creator's products, newest first")
    @GetMapping("/creators/{id}/products")
    @Public
    @Refuses(ProblemType.NOT_FOUND)
    ResponseEntity<PageResponse<ProductResponse>> list(
            @PathVariable CreatorId id,
            @RequestParam(defaultValue = Limit.DEFAULT) Limit limit,
            @RequestParam(required = false) @Nullable Cursor cursor) {
        if (creators.find(id).isEmpty()) {
            throw Refusal.notFound("creator").asException();
        }
        var page = products.list(id, PageParameters.request(limit, cursor));
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noCache())
                .body(PageResponse.of(page, ProductResponse::of));
    }

    @Operation(operationId = "readProduct", summary = "Read a product")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "304", description = "It has not changed", content = @Content)
    @GetMapping("/products/{id}")
    @Public
    @Refuses(ProblemType.NOT_FOUND)
    ResponseEntity<ProductResponse> read(@PathVariable ProductId id) {
        return answer(ResponseEntity.ok(), find(id), CacheControl.noCache());
    }

    @Operation(operationId = "addProduct", summary = "Add a product to a creator's shop")
    @ApiResponse(responseCode = "201")
    @PostMapping(path = "/creators/{id}/products", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Scope.CATALOGUE)
    @Refuses({ProblemType.NOT_FOUND, ProblemType.OTHER_CURRENCY})
    ResponseEntity<ProductResponse> add(
            Caller caller, @PathVariable CreatorId id, @Valid @RequestBody ProductDocument request) {
        if (!caller.owner().owns(id)) {
            throw Refusal.notFound("creator").asException();
        }
        return switch (adding.add(id, request.details())) {
            case AddProduct.Added added ->
                answer(ResponseEntity.created(location(added.product())), added.product(), CacheControl.noStore());
            case AddProduct.UnknownCreator unknown ->
                throw Refusal.notFound("creator").asException();
            case AddProduct.OtherCurrency other -> throw otherCurrency().asException();
        };
    }

    @Operation(operationId = "reviseProduct", summary = "Change a product; orders placed before keep what they froze")
    @PatchMapping(
            path = "/products/{id}",
            consumes = {MergePatch.MEDIA_TYPE, MediaType.APPLICATION_JSON_VALUE})
    @Needs(Scope.CATALOGUE)
    @Refuses({ProblemType.NOT_FOUND, ProblemType.STALE, ProblemType.OTHER_CURRENCY, ProblemType.PRECONDITION_REQUIRED})
    ResponseEntity<ProductResponse> revise(
            Caller caller,
            @PathVariable ProductId id,
            @Parameter(
                            required = true,
                            schema =
                                    @Schema(
                                            type = "string",
                                            pattern = "^" + EntityTag.LIST + "$",
                                            maxLength = EntityTag.LONGEST))
                    @RequestHeader(name = HttpHeaders.IF_MATCH, required = false)
                    @Nullable
                    String ifMatch,
            @io.swagger.v3.oas.annotations.parameters.RequestBody(
                            content = @Content(schema = @Schema(implementation = ProductDocument.class)))
                    @RequestBody
                    ObjectNode patch) {
        Product current = find(id, caller);
        EntityTag.require(ifMatch, current.version());
        ProductDocument merged = patches.apply(ProductDocument.of(current.details()), patch, ProductDocument.class);
        return switch (revising.revise(current, merged.details())) {
            case ReviseProduct.Revised revised ->
                answer(ResponseEntity.ok(), revised.product(), CacheControl.noStore());
            case ReviseProduct.Stale stale -> throw EntityTag.stale().asException();
            case ReviseProduct.OtherCurrency other -> throw otherCurrency().asException();
        };
    }

    /** A product that the caller sells; to all others it is not there to be changed. */
    private Product find(ProductId id, Caller caller) {
        Product product = find(id);
        if (!caller.owner().owns(product.creator())) {
            throw Refusal.notFound("product").asException();
        }
        return product;
    }

    private Product find(ProductId id) {
        return products.find(id).orElseThrow(() -> Refusal.notFound("product").asException());
    }

    private static ResponseEntity<ProductResponse> answer(
            ResponseEntity.BodyBuilder answer, Product product, CacheControl caching) {
        return answer.cacheControl(caching)
                .eTag(EntityTag.of(product.version()))
                .body(ProductResponse.of(product));
    }

    private static URI location(Product product) {
        return URI.create("/v1/products/" + product.id().value());
    }

    private static Refusal otherCurrency() {
        return Refusal.of(ProblemType.OTHER_CURRENCY, "All prices of a shop are in its one currency.")
                .with(Violation.ofBody("/price/currency", "other-currency", "must be the currency of the shop"));
    }
}
