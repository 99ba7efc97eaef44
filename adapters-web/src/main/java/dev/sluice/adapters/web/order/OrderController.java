package dev.sluice.adapters.web.order;

import dev.sluice.adapters.web.page.Cursor;
import dev.sluice.adapters.web.page.Limit;
import dev.sluice.adapters.web.page.PageParameters;
import dev.sluice.adapters.web.page.PageResponse;
import dev.sluice.adapters.web.patch.EntityTag;
import dev.sluice.adapters.web.problem.ProblemType;
import dev.sluice.adapters.web.problem.Refusal;
import dev.sluice.adapters.web.problem.Refuses;
import dev.sluice.adapters.web.route.Needs;
import dev.sluice.application.order.CancelOrder;
import dev.sluice.application.order.CancelOrderResult;
import dev.sluice.application.order.PlaceOrder;
import dev.sluice.application.order.PlaceOrderResult;
import dev.sluice.application.order.RefundOrder;
import dev.sluice.application.order.RefundOrderResult;
import dev.sluice.domain.access.Caller;
import dev.sluice.domain.access.Owner;
import dev.sluice.domain.access.Scope;
import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.catalogue.ProductId;
import dev.sluice.domain.idempotency.IdempotencyKey;
import dev.sluice.domain.order.Order;
import dev.sluice.domain.order.OrderFilter;
import dev.sluice.domain.order.OrderId;
import dev.sluice.domain.order.OrderStatus;
import dev.sluice.domain.order.Orders;
import dev.sluice.domain.page.Page;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.validation.Valid;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** The routes of orders. They hold personal data, so nothing on the way may store the answers. */
@Tag(name = "Orders")
@RestController
@RequestMapping(path = "/v1/orders", produces = MediaType.APPLICATION_JSON_VALUE)
final class OrderController {

    private static final String OPERATION = "place-order";

    private static final Page<Order> NOTHING = new Page<>(List.of(), null);

    private final PlaceOrder placing;
    private final CancelOrder cancelling;
    private final RefundOrder refunding;
    private final Orders orders;

    OrderController(PlaceOrder placing, CancelOrder cancelling, RefundOrder refunding, Orders orders) {
        this.placing = placing;
        this.cancelling = cancelling;
        this.refunding = refunding;
        this.orders = orders;
    }

    @Operation(operationId = "placeOrder", summary = "Place an order; repeated with the same key it is placed once")
    @ApiResponse(responseCode = "201")
    @PostMapping(consumes = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Scope.ORDERS)
    @Refuses({ProblemType.KEY_IN_FLIGHT, ProblemType.SOLD_OUT, ProblemType.KEY_REUSED, ProblemType.UNKNOWN_REFERENCE})
    ResponseEntity<PlacedOrderResponse> place(
            Caller caller,
            @Parameter(required = true, schema = @Schema(type = "string", pattern = "^" + IdempotencyKey.SHAPE + "$"))
                    @RequestHeader(name = OrderRefusals.IDEMPOTENCY_KEY, required = false)
                    @Nullable
                    String key,
            @Valid @RequestBody PlaceOrderRequest request) {
        return switch (placing.place(request.command(caller.owner(), key(caller, key)))) {
            case PlaceOrderResult.Placed placed -> created(placed.order());
            case PlaceOrderResult.KeyInFlight busy ->
                throw OrderRefusals.keyInFlight().asException();
            case PlaceOrderResult.KeyReused reused ->
                throw OrderRefusals.keyReused().asException();
            case PlaceOrderResult.UnknownCreator unknown ->
                throw OrderRefusals.unknownCreator().asException();
            case PlaceOrderResult.UnknownProduct unknown ->
                throw OrderRefusals.unknownProduct(unknown.item()).asException();
            case PlaceOrderResult.SoldOut soldOut ->
                throw OrderRefusals.soldOut(soldOut.item()).asException();
        };
    }

    private static IdempotencyKey key(Caller caller, @Nullable String value) {
        if (value == null) {
            throw OrderRefusals.invalidKey("required").asException();
        }
        if (!IdempotencyKey.isValid(value)) {
            throw OrderRefusals.invalidKey("invalid").asException();
        }
        return new IdempotencyKey(caller.owner().principal(), OPERATION, value);
    }

    private static ResponseEntity<PlacedOrderResponse> created(OrderId order) {
        return ResponseEntity.created(URI.create("/v1/orders/" + order.value()))
                .cacheControl(CacheControl.noStore())
                .body(PlacedOrderResponse.of(order));
    }

    @Operation(operationId = "readOrder", summary = "Read an order")
    @ApiResponse(responseCode = "200")
    @ApiResponse(responseCode = "304", description = "It has not changed", content = @Content)
    @GetMapping("/{id}")
    @Needs(Scope.ORDERS)
    @Refuses(ProblemType.NOT_FOUND)
    ResponseEntity<OrderResponse> read(Caller caller, @PathVariable OrderId id) {
        var order = orders.find(id, caller.owner())
                .orElseThrow(() -> Refusal.notFound("order").asException());
        return answer(order);
    }

    @Operation(
            operationId = "cancelOrder",
            summary = "Cancel an order that is not processed yet; repeated it stays cancelled")
    @PostMapping("/{id}/cancel")
    @Needs(Scope.ORDERS)
    @Refuses({ProblemType.NOT_FOUND, ProblemType.WRONG_STATE})
    ResponseEntity<OrderResponse> cancel(Caller caller, @PathVariable OrderId id) {
        return switch (cancelling.cancel(id, caller.owner())) {
            case CancelOrderResult.Cancelled cancelled -> answer(cancelled.order());
            case CancelOrderResult.UnknownOrder unknown ->
                throw Refusal.notFound("order").asException();
            case CancelOrderResult.TooLate late ->
                throw OrderRefusals.tooLate(late.status()).asException();
        };
    }

    @Operation(
            operationId = "refundOrder",
            summary = "Refund a completed order as a whole; the buyer is sent a credit note")
    @PostMapping(path = "/{id}/refund", consumes = MediaType.APPLICATION_JSON_VALUE)
    @Needs(Scope.ORDERS)
    @Refuses({ProblemType.NOT_FOUND, ProblemType.WRONG_STATE})
    ResponseEntity<OrderResponse> refund(
            Caller caller, @PathVariable OrderId id, @Valid @RequestBody RefundRequest request) {
        return switch (refunding.refund(request.command(id, caller.owner()))) {
            case RefundOrderResult.Refunded refunded -> answer(refunded.order());
            case RefundOrderResult.UnknownOrder unknown ->
                throw Refusal.notFound("order").asException();
            case RefundOrderResult.NotCompleted other ->
                throw OrderRefusals.notCompleted(other.status()).asException();
        };
    }

    private static ResponseEntity<OrderResponse> answer(Order order) {
        return ResponseEntity.ok()
                .cacheControl(CacheControl.noStore())
                .eTag(EntityTag.of(order.version()))
                .body(OrderResponse.of(order));
    }

    @Operation(
            operationId = "listOrders",
            summary = "List orders, newest first: all, or those of a time, a creator, a product or some statuses")
    @GetMapping
    @Needs(Scope.ORDERS)
    ResponseEntity<PageResponse<OrderResponse>> list(
            Caller caller,
            @RequestParam(required = false) @Nullable Set<OrderStatus> status,
            @RequestParam(required = false) @Nullable CreatorId creatorId,
            @Parameter(description = "Not together with status") @RequestParam(required = false) @Nullable
                    ProductId productId,
            @Parameter(description = "Placed then or later") @RequestParam(required = false) @Nullable
                    Instant placedFrom,
            @Parameter(description = "Placed before") @RequestParam(required = false) @Nullable Instant placedTo,
            @RequestParam(defaultValue = Limit.DEFAULT) Limit limit,
            @RequestParam(required = false) @Nullable Cursor cursor) {
        Set<OrderStatus> statuses = status == null ? Set.of() : status;
        if (productId != null && !statuses.isEmpty()) {
            throw OrderRefusals.productWithStatus().asException();
        }
        OrderFilter filter = OrderFilter.of(creatorId == null ? caller.owner() : Owner.of(creatorId))
                .withStatuses(statuses)
                .withProduct(productId)
                .placedBetween(placedFrom, placedTo);
        boolean stranger = creatorId != null && !caller.owner().owns(creatorId);
        return answer(stranger ? NOTHING : orders.list(filter, PageParameters.request(limit, cursor)));
    }

    private static ResponseEntity<PageResponse<OrderResponse>> answer(Page<Order> page) {
        return ResponseEntity.ok().cacheControl(CacheControl.noStore()).body(PageResponse.of(page, OrderResponse::of));
    }
}
