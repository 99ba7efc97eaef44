package dev.sluice.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.invoice.Invoice;
import dev.sluice.domain.invoice.Receipt;
import dev.sluice.domain.invoice.ReceiptId;
import dev.sluice.domain.invoice.SampleCreditNotes;
import dev.sluice.domain.invoice.SampleSales;
import dev.sluice.domain.invoice.SampleSales.Sale;
import dev.sluice.domain.order.Order;
import dev.sluice.domain.repository.InMemoryRepositories;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ApiTest
class BuyersIT {

    private static final Instant LATER = Instant.parse("2026-03-02T12:00:00Z");

    private final ApiClient api;
    private final InMemoryRepositories shop;

    BuyersIT(ApiClient api, InMemoryRepositories shop) {
        this.api = api;
        this.shop = shop;
    }

    private Sale sale;
    private String buyer;

    @BeforeEach
    void sell() {
        sale = SampleSales.sale(shop);
        buyer = "{\"email\": \"Ada@Example.org\", \"creatorId\": \"%s\"}"
                .formatted(sale.creator().id().value());
    }

    @Test
    void anExportHoldsTheOrdersTheirPapersAndReceipts() {
        shop.transactions().run(() -> {
            Invoice invoice =
                    sale.invoice(shop.invoices().allotNumber(sale.creator().id()));
            shop.invoices().add(invoice);
            shop.creditNotes().add(SampleCreditNotes.of(invoice));
            shop.receipts().add(new Receipt(new ReceiptId(UUID.randomUUID()), invoice.order(), LATER));
        });

        Answer answer = api.post("/v1/buyers/export", buyer);

        assertThat(answer.status()).as(answer.body()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.text("/items/0/order/buyer/name")).isEqualTo("Ada Lovelace");
        assertThat(answer.text("/items/0/papers/0/number")).isEqualTo("INV-000001");
        assertThat(answer.text("/items/0/papers/0/buyer/email")).isEqualTo("ada@example.org");
        assertThat(answer.text("/items/0/papers/0/url"))
                .isEqualTo("/v1/orders/" + sale.order().id().value() + "/invoice");
        assertThat(answer.json().at("/items/0/papers/0/reason").isNull()).isTrue();
        assertThat(answer.text("/items/0/papers/1/reason")).isEqualTo("The prints arrived bent.");
        assertThat(answer.text("/items/0/receipts/0/requestedAt")).isEqualTo(LATER.toString());
        assertThat(answer.json().at("/next").isNull()).isTrue();
    }

    @Test
    void anExportComesInPages() {
        SampleSales.sale(shop);
        Answer first = api.post("/v1/buyers/export", "{\"email\": \"ada@example.org\", \"limit\": 1}");
        Answer second = api.post(
                "/v1/buyers/export",
                "{\"email\": \"ada@example.org\", \"limit\": 1, \"cursor\": \"%s\"}".formatted(first.text("/next")));

        assertThat(second.json().at("/items")).hasSize(1);
        assertThat(second.text("/items/0/order/orderId")).isNotEqualTo(first.text("/items/0/order/orderId"));
    }

    @Test
    void whatIsNoAddressNoLimitOrNoCursorIsRefused() {
        assertThat(refused("{}")).isEqualTo("/email");
        assertThat(refused("{\"email\": \"nobody\"}")).isEqualTo("/email");
        assertThat(refused("{\"email\": \"a@example.org\", \"limit\": 101}")).isEqualTo("/limit");
        assertThat(refused("{\"email\": \"a@example.org\", \"limit\": 0}")).isEqualTo("/limit");
        assertThat(refused("{\"email\": \"a@example.org\", \"cursor\": \"?\"}")).isEqualTo("/cursor");
        assertThat(refused("{\"email\": \"a@example.org\", \"creatorId\": \"x\"}"))
                .isEqualTo("/creatorId");
    }

    @Test
    void aBuyerWhoseOrderIsUnderWayIsErasedOnceItHasEnded() {
        Answer busy = api.post("/v1/buyers/erase", buyer).isProblem(409, "wrong-state");
        assertThat(busy.header("Retry-After")).isEqualTo("10");
        assertThat(stored()).isEqualTo(sale.order());
        shop.orders().advance(sale.order().cancel(LATER));

        Answer erased = api.post("/v1/buyers/erase", buyer);
        Answer again = api.post("/v1/buyers/erase", buyer);

        assertThat(erased.status()).isEqualTo(204);
        assertThat(again.status()).isEqualTo(204);
        assertThat(stored().buyer().isErased()).isTrue();
        assertThat(api.post("/v1/buyers/export", buyer).json().at("/items")).isEmpty();
    }

    @Test
    void aCreatorThatIsNotThereIsRefused() {
        String unknown = "{\"email\": \"ada@example.org\", \"creatorId\": \"%s\"}".formatted(UUID.randomUUID());

        api.post("/v1/buyers/export", unknown).isProblem(422, "unknown-reference");
        api.post("/v1/buyers/erase", unknown).isProblem(422, "unknown-reference");
    }

    private String refused(String body) {
        return api.post("/v1/buyers/export", body)
                .isProblem(400, "invalid-request")
                .text("/errors/0/pointer");
    }

    private Order stored() {
        return shop.orders().find(sale.order().id()).orElseThrow();
    }
}
