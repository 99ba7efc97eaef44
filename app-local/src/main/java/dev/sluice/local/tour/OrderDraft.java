package dev.sluice.local.tour;

import java.util.UUID;
import tools.jackson.databind.JsonNode;

/**
 * An order that the tour places, with an address of its own so that its e-mail can be told from all others.
 *
 * @param key its idempotency key
 */
record OrderDraft(String key, String email, String productId, String title) {

    /** An order of the first product that the shop has on sale without a limit. */
    static OrderDraft of(JsonNode products) {
        for (JsonNode product : products.path("items")) {
            if (product.path("onSale").asBoolean(false)
                    && !product.path("stock").isNumber()) {
                return of(
                        product.path("productId").asString(),
                        product.path("title").asString());
            }
        }
        throw new TourFailure("a product on sale in the demo shop", products.toString());
    }

    String body() {
        return """
                {"creatorId":"%s","buyer":{"name":"Robin Sample","email":"%s","country":"DE"},\
                "lines":[{"productId":"%s","quantity":2}]}""".formatted(DemoShop.CREATOR, email, productId);
    }

    private static OrderDraft of(String productId, String title) {
        String key = UUID.randomUUID().toString();
        return new OrderDraft(key, "robin.sample+" + key.substring(0, 8) + "@example.com", productId, title);
    }
}
