package dev.sluice.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.access.Owner;
import dev.sluice.domain.catalogue.Creator;
import dev.sluice.domain.catalogue.Product;
import dev.sluice.domain.catalogue.SampleShop;
import dev.sluice.domain.idempotency.IdempotencyKey;
import dev.sluice.domain.idempotency.IdempotentRequest;
import dev.sluice.domain.idempotency.RequestFingerprint;
import dev.sluice.domain.order.OrderFilter;
import dev.sluice.domain.page.PageRequest;
import dev.sluice.domain.repository.InMemoryRepositories;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ApiTest
class PlacingOrdersIT {

    private final ApiClient api;
    private final InMemoryRepositories shop;
    private final Creator creator = SampleShop.creator();
    private final Product presets = SampleShop.product(creator.id());
    private final Product lastOne = SampleShop.product(creator.id(), SampleShop.productDetails(500, 1, true));

    PlacingOrdersIT(ApiClient api, InMemoryRepositories shop) {
        this.api = api;
        this.shop = shop;
    }

    @BeforeEach
    void openTheShop() {
        shop.transactions().run(() -> {
            shop.creators().add(creator);
            shop.products().add(presets);
            shop.products().add(lastOne);
        });
    }

    @Test
    void aPlacedOrderIsQueuedAndCanBeReadWhereTheAnswerSays() {
        Answer placed = place(key(), order(creator.id().value(), presets.id().value(), 2));

        assertThat(placed.status()).isEqualTo(201);
        assertThat(placed.text("/status")).isEqualTo("QUEUED");
        assertThat(placed.header("Location")).isEqualTo("/v1/orders/" + placed.text("/orderId"));
        Answer read = api.get(placed.header("Location"));
        assertThat(read.status()).isEqualTo(200);
        assertThat(read.text("/buyer/country")).isEqualTo("DE");
        assertThat(read.text("/buyer/language")).isEqualTo("en");
        assertThat(read.text("/lines/0/productId"))
                .isEqualTo(presets.id().value().toString());
        assertThat(read.json().at("/net/amountMinor").asLong()).isEqualTo(3998);
        assertThat(read.json().at("/taxLines/0/taxBasisPoints").asInt()).isEqualTo(1900);
        assertThat(read.json().at("/total/amountMinor").asLong()).isEqualTo(4758);
        assertThat(read.text("/total/currency")).isEqualTo("EUR");
        assertThat(read.json().has("startedAt")).isTrue();
        assertThat(read.json().at("/startedAt").isNull()).isTrue();
    }

    @Test
    void aBuyerIsWrittenToInTheLanguageThatTheOrderNames() {
        String order = order(creator.id().value(), presets.id().value(), 1)
                .replace("\"country\":", "\"language\":\"fr\",\"country\":");

        Answer read = api.get(place(key(), order).header("Location"));

        assertThat(read.text("/buyer/language")).isEqualTo("fr");
    }

    @Test
    void theSameKeyAndOrderGiveTheSameAnswerAgain() {
        String key = key();
        String order = order(creator.id().value(), presets.id().value(), 1);

        Answer first = place(key, order);
        Answer second = place(key, order);

        assertThat(second.status()).isEqualTo(201);
        assertThat(second.bytes()).isEqualTo(first.bytes());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(ordersOfTheShop()).isEqualTo(1);
    }

    @Test
    void theSameKeyForAnotherOrderIsRefused() {
        String key = key();
        place(key, order(creator.id().value(), presets.id().value(), 1));

        Answer second = place(key, order(creator.id().value(), presets.id().value(), 2));

        second.isProblem(422, "key-reused");
        assertThat(second.text("/errors/0/header")).isEqualTo("Idempotency-Key");
    }

    @Test
    void aKeyThatIsInFlightIsAnsweredAtOnce() {
        String key = key();
        Answer second = shop.transactions().call(() -> {
            shop.idempotencyRecords()
                    .claim(new IdempotentRequest(
                            new IdempotencyKey("operations", "place-order", key),
                            RequestFingerprint.of(List.of("another")),
                            new UUID(1, 2)));
            return place(key, order(creator.id().value(), presets.id().value(), 1));
        });

        second.isProblem(409, "key-in-flight");
        assertThat(second.header("Retry-After")).isEqualTo("1");
    }

    @Test
    void aMissingKeyIsNamed() {
        Answer answer = place(null, order(creator.id().value(), presets.id().value(), 1));

        answer.isProblem(400, "invalid-request");
        assertThat(answer.text("/errors/0/header")).isEqualTo("Idempotency-Key");
        assertThat(answer.text("/errors/0/code")).isEqualTo("required");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "two words", "tab\tbed"})
    void anInvalidKeyIsNamed(String key) {
        Answer answer = place(key, order(creator.id().value(), presets.id().value(), 1));

        answer.isProblem(400, "invalid-request");
        assertThat(answer.text("/errors/0/header")).isEqualTo("Idempotency-Key");
        assertThat(ordersOfTheShop()).isZero();
    }

    @Test
    void anUnknownCreatorIsPointedAt() {
        Answer answer = place(key(), order(UUID.randomUUID(), presets.id().value(), 1));

        answer.isProblem(422, "unknown-reference");
        assertThat(answer.text("/errors/0/pointer")).isEqualTo("/creatorId");
    }

    @Test
    void anUnknownProductIsPointedAt() {
        Answer answer = place(key(), order(creator.id().value(), UUID.randomUUID(), 1));

        answer.isProblem(422, "unknown-reference");
        assertThat(answer.text("/errors/0/pointer")).isEqualTo("/lines/0/productId");
    }

    @Test
    void ofTwoOrdersForTheLastItemOneIsPlaced() {
        String order = order(creator.id().value(), lastOne.id().value(), 1);

        assertThat(place(key(), order).status()).isEqualTo(201);
        Answer second = place(key(), order);

        second.isProblem(409, "sold-out");
        assertThat(second.text("/errors/0/pointer")).isEqualTo("/lines/0/productId");
        assertThat(ordersOfTheShop()).isEqualTo(1);
    }

    private long ordersOfTheShop() {
        return shop.orders().list(OrderFilter.of(Owner.operations()), PageRequest.first(100)).items().stream()
                .filter(order -> order.creator().equals(creator.id()))
                .count();
    }

    private Answer place(@Nullable String key, String order) {
        return key == null ? api.post("/v1/orders", order) : api.post("/v1/orders", order, "Idempotency-Key", key);
    }

    private static String key() {
        return UUID.randomUUID().toString();
    }

    private static String order(UUID creator, UUID product, int quantity) {
        return """
                {"creatorId":"%s","buyer":{"name":"Ada Lovelace","email":"ada@example.org","country":"DE"},
                 "lines":[{"productId":"%s","quantity":%d}]}
                """.formatted(creator, product, quantity);
    }
}
