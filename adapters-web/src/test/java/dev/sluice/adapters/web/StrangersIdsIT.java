package dev.sluice.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.access.ApiKeyToken;
import dev.sluice.domain.access.Owner;
import dev.sluice.domain.access.SampleKeys;
import dev.sluice.domain.access.Scope;
import dev.sluice.domain.catalogue.Creator;
import dev.sluice.domain.catalogue.Product;
import dev.sluice.domain.catalogue.SampleShop;
import dev.sluice.domain.order.OrderFilter;
import dev.sluice.domain.page.PageRequest;
import dev.sluice.domain.repository.InMemoryRepositories;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A seller who puts the ids of another's things into bodies, headers and parameters. */
@ApiTest
class StrangersIdsIT {

    private final ApiClient api;
    private final InMemoryRepositories shop;
    private final Creator own = SampleShop.creator();
    private final Creator other = SampleShop.creator();
    private final Product ownProduct = SampleShop.product(own.id());
    private final Product othersProduct = SampleShop.product(other.id());

    StrangersIdsIT(ApiClient api, InMemoryRepositories shop) {
        this.api = api;
        this.shop = shop;
    }

    @BeforeEach
    void openBothShops() {
        shop.transactions().run(() -> {
            shop.creators().add(own);
            shop.creators().add(other);
            shop.products().add(ownProduct);
            shop.products().add(othersProduct);
        });
    }

    @Test
    void anothersProductIsUnknownInAnOrder() {
        Answer strangers = place(seller(own), own, ownProduct, id(othersProduct));
        Answer nobodys = place(seller(own), own, ownProduct, UUID.randomUUID().toString());

        isUnknown(strangers, "/lines/1/productId");
        isUnknown(nobodys, "/lines/1/productId");
        assertThat(strangers.text("/detail")).isEqualTo(nobodys.text("/detail"));
        assertThat(strangers.json().at("/errors")).isEqualTo(nobodys.json().at("/errors"));
        assertThat(orders(own)).isZero();
    }

    @Test
    void anothersProductIsUnknownToOperationsToo() {
        isUnknown(place(api, own, ownProduct, id(othersProduct)), "/lines/1/productId");
        assertThat(orders(own)).isZero();
    }

    @Test
    void nobodyPlacesAnOrderInAnothersShop() {
        isUnknown(place(seller(own), other, othersProduct, id(othersProduct)), "/creatorId");
        assertThat(orders(other)).isZero();
    }

    @Test
    void anothersIdempotencyKeyAnswersWithNothingOfTheirs() {
        String key = UUID.randomUUID().toString();

        Answer others = place(seller(other), other, othersProduct, key, id(othersProduct));
        Answer mine = place(seller(own), own, ownProduct, key, id(ownProduct));

        assertThat(others.status()).isEqualTo(201);
        assertThat(mine.status()).isEqualTo(201);
        assertThat(mine.text("/orderId")).isNotEqualTo(others.text("/orderId"));
    }

    @Test
    void anothersCursorLeadsToNothingOfTheirs() {
        ApiClient stranger = seller(other);
        place(stranger, other, othersProduct, id(othersProduct));
        place(stranger, other, othersProduct, id(othersProduct));
        String cursor = stranger.get("/v1/orders?limit=1").text("/next");

        Answer page = seller(own).get("/v1/orders?limit=100&cursor=" + cursor);

        assertThat(cursor).isNotEmpty();
        assertThat(page.status()).isEqualTo(200);
        assertThat(page.json().at("/items")).isEmpty();
    }

    private static void isUnknown(Answer answer, String pointer) {
        answer.isProblem(422, "unknown-reference");
        assertThat(answer.texts("/errors", "pointer")).containsExactly(pointer);
    }

    private int orders(Creator creator) {
        return shop.orders()
                .list(OrderFilter.of(new Owner.Seller(creator.id())), PageRequest.first(10))
                .items()
                .size();
    }

    private Answer place(ApiClient caller, Creator creator, Product first, String second) {
        return place(caller, creator, first, UUID.randomUUID().toString(), second);
    }

    private static Answer place(ApiClient caller, Creator creator, Product first, String key, String second) {
        return caller.post(
                "/v1/orders", """
                {"creatorId": "%s", "buyer": {"name": "Robin", "email": "robin@example.com", "country": "DE"},
                 "lines": [{"productId": "%s", "quantity": 1}, {"productId": "%s", "quantity": 1}]}
                """.formatted(creator.id().value(), id(first), second), "Idempotency-Key", key);
    }

    private static String id(Product product) {
        return product.id().value().toString();
    }

    private ApiClient seller(Creator creator) {
        ApiKeyToken token = SampleKeys.token();
        shop.apiKeys().add(SampleKeys.key(token, new Owner.Seller(creator.id()), null, Scope.ORDERS));
        return api.with(token.text());
    }
}
