package dev.sluice.adapters.web.order;

import dev.sluice.adapters.web.validation.Id;
import dev.sluice.adapters.web.validation.UuidText;
import dev.sluice.application.order.PlaceOrderCommand;
import dev.sluice.domain.access.Owner;
import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.idempotency.IdempotencyKey;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;

/** A buyer's wish to order. */
record PlaceOrderRequest(
        @NotNull(message = "is required") @Id String creatorId,
        @NotNull(message = "is required") @Valid BuyerDocument buyer,

        @NotNull(message = "is required") @Size(min = 1, max = 50, message = "must have {min} to {max} lines")
        List<@NotNull(message = "is required") @Valid LineRequest> lines) {

    PlaceOrderCommand command(Owner owner, IdempotencyKey key) {
        return new PlaceOrderCommand(
                owner,
                key,
                new CreatorId(UuidText.parse(creatorId)),
                buyer.buyer(),
                lines.stream().map(LineRequest::item).toList());
    }
}
