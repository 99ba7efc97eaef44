package dev.sluice.local.tour;

/** The order that the tour has placed, and where its e-mail goes. */
record PlacedOrder(String id, String email) {
    String path() {
        return "/v1/orders/" + id;
    }
}
