package dev.sluice.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.catalogue.Creator;
import dev.sluice.domain.catalogue.Product;
import dev.sluice.domain.catalogue.SampleShop;
import dev.sluice.domain.order.OrderId;
import dev.sluice.domain.repository.InMemoryRepositories;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ApiTest
class CancellingOrdersIT {

    private final ApiClient api;
    private final InMemoryRepositories shop;
    private String path = "";

    CancellingOrdersIT(ApiClient api, InMemoryRepositories shop) {
        this.api = api;
        this.shop = shop;
    }

    @BeforeEach
    void placeAnOrder() {
        Creator creator = SampleShop.creator();
        Product product = SampleShop.product(creator.id());
        shop.creators().add(creator);
        shop.products().add(product);
        String order = """
                {"creatorId": "%s", "buyer": {"name": "Robin", "email": "robin@example.com", "country": "DE"},
                 "lines": [{"productId": "%s", "quantity": 1}]}
                """.formatted(creator.id().value(), product.id().value());
        path = api.post(
                        "/v1/orders",
                        order,
                        "Idempotency-Key",
                        UUID.randomUUID().toString())
                .header("Location");
    }

    @Test
    void aQueuedOrderIsCancelledAndItsJobWithIt() {
        Answer cancelled = api.post(path + "/cancel", "");

        assertThat(cancelled.status()).isEqualTo(200);
        assertThat(cancelled.text("/status")).isEqualTo("CANCELLED");
        assertThat(cancelled.header("ETag")).isEqualTo(api.get(path).header("ETag"));
        assertThat(cancelled.header("Cache-Control")).isEqualTo("no-store");
        assertThat(api.get(path.replace("orders", "jobs")).text("/state")).isEqualTo("CANCELLED");
    }

    @Test
    void cancelledAgainItIsAnsweredAsItIs() {
        Answer first = api.post(path + "/cancel", "");

        assertThat(api.post(path + "/cancel", "").body()).isEqualTo(first.body());
    }

    @Test
    void anOrderThatIsBeingProcessedIsNot() {
        OrderId id = new OrderId(UUID.fromString(path.substring(path.lastIndexOf('/') + 1)));
        shop.orders().advance(shop.orders().find(id).orElseThrow().start(Instant.EPOCH));

        api.post(path + "/cancel", "").isProblem(409, "wrong-state");

        assertThat(api.get(path).text("/status")).isEqualTo("PROCESSING");
    }
}
