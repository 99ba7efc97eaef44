package dev.sluice.local.tour;

import java.util.List;

/** Places one order twice with one idempotency key, and shows that one order exists. */
final class OrderPlacedTwice {
    private static final int CREATED = 201;
    private static final int OK = 200;
    private static final int NEWEST = 10;

    private final ShopApi api;
    private final TourSheet sheet;

    OrderPlacedTwice(ShopApi api, TourSheet sheet) {
        this.api = api;
        this.sheet = sheet;
    }

    PlacedOrder play() {
        sheet.step("Place one order twice with one Idempotency-Key");
        OrderDraft draft = OrderDraft.of(api.get(DemoShop.products()).expect(OK).json());
        String newestBefore = newestId();
        sheet.fact("Idempotency-Key", draft.key());
        sheet.fact("Product", draft.title() + ", 2 units");
        String first = place("First answer", draft);
        String second = place("Second answer", draft);
        sheet.same("Both answers name one order", first, second);
        showOneExists(first, newestBefore);
        return new PlacedOrder(first, draft.email());
    }

    private String place(String label, OrderDraft draft) {
        ApiAnswer answer = api.placeOrder(draft.key(), draft.body()).expect(CREATED);
        sheet.fact(label, answer.status() + " " + answer.excerpt());
        String id = answer.json().path("orderId").asString("");
        if (!answer.header("Location").endsWith("/v1/orders/" + id)) {
            throw new TourFailure("Location of the order " + id, answer.header("Location"));
        }
        return id;
    }

    /** The list is newest first: what stands before the order that was newest then is new. */
    private void showOneExists(String id, String newestBefore) {
        sheet.same("GET /v1/orders/{id} finds it", id, order(id));
        var ids = api.get("/v1/orders?limit=" + NEWEST)
                .expect(OK)
                .json()
                .path("items")
                .valueStream()
                .map(order -> order.path("id").asString(""))
                .takeWhile(each -> !each.equals(newestBefore))
                .toList();
        sheet.same("GET /v1/orders lists one new order", List.of(id), ids);
    }

    private String order(String id) {
        return api.get("/v1/orders/" + id).expect(OK).json().path("id").asString("");
    }

    private String newestId() {
        return api.get("/v1/orders?limit=1")
                .expect(OK)
                .json()
                .path("items")
                .path(0)
                .path("id")
                .asString("");
    }
}
