package dev.sluice.application.order;

import dev.sluice.domain.access.Owner;
import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.catalogue.ProductId;
import dev.sluice.domain.idempotency.IdempotencyKey;
import dev.sluice.domain.idempotency.RequestFingerprint;
import dev.sluice.domain.language.Language;
import dev.sluice.domain.party.Buyer;
import java.util.ArrayList;
import java.util.List;

/**
 * A buyer's wish to order.
 *
 * @param owner on whose behalf the order is placed
 * @param key names this one wish, however often it arrives
 * @param items at least one
 */
public record PlaceOrderCommand(Owner owner, IdempotencyKey key, CreatorId creator, Buyer buyer, List<Item> items) {

    public PlaceOrderCommand {
        if (items.isEmpty()) {
            throw new IllegalArgumentException("an order has at least one item");
        }
        items = List.copyOf(items);
    }

    /** @param quantity at least 1 */
    public record Item(ProductId product, int quantity) {}

    RequestFingerprint fingerprint() {
        List<Object> parts = new ArrayList<>(List.of(
                creator.value(),
                buyer.name(),
                buyer.email().value(),
                buyer.country().code()));
        for (Item item : items) {
            parts.add(item.product().value());
            parts.add(item.quantity());
        }
        if (buyer.language() != Language.DEFAULT) {
            // Alone at the end: without it a request keeps the fingerprint that it had before there were languages.
            parts.add(buyer.language().tag());
        }
        return RequestFingerprint.of(parts);
    }
}
