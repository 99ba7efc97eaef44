package dev.sluice.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.invoice.Invoice;
import dev.sluice.domain.invoice.PdfDocument;
import dev.sluice.domain.invoice.SampleSales;
import dev.sluice.domain.order.Order;
import dev.sluice.domain.repository.InMemoryRepositories;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ApiTest
class OrderReadsIT {

    private static final Instant NOW = Instant.parse("2026-03-01T12:00:05Z");

    private final ApiClient api;
    private final InMemoryRepositories shop;

    OrderReadsIT(ApiClient api, InMemoryRepositories shop) {
        this.api = api;
        this.shop = shop;
    }

    private SampleSales.Sale sale;
    private String path;

    @BeforeEach
    void sell() {
        sale = SampleSales.sale(shop);
        path = "/v1/orders/" + sale.order().id().value();
    }

    @Test
    void anOrderIsReadWithItsTimes() {
        advance(sale.order().start(NOW));

        Answer answer = api.get(path);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("ETag")).isEqualTo("\"v2\"");
        assertThat(answer.text("/status")).isEqualTo("PROCESSING");
        assertThat(answer.text("/placedAt")).isEqualTo("2026-03-01T12:00:00Z");
        assertThat(answer.text("/startedAt")).isEqualTo("2026-03-01T12:00:05Z");
        assertThat(answer.json().at("/finishedAt").isNull()).isTrue();
        assertThat(answer.text("/buyer/email")).isEqualTo("ada@example.org");
    }

    @Test
    void ordersAreListedByStatus() {
        String id = sale.order().id().value().toString();

        assertThat(api.get("/v1/orders?status=QUEUED&limit=100").texts("/items", "orderId"))
                .contains(id);
        assertThat(api.get("/v1/orders?status=COMPLETED&limit=100").texts("/items", "orderId"))
                .doesNotContain(id);
    }

    @Test
    void ordersAreListedByWhatIsAskedFor() {
        String id = sale.order().id().value().toString();
        String creator = "/v1/orders?creatorId=" + sale.creator().id().value();
        String product =
                sale.order().contents().lines().getFirst().product().value().toString();

        for (String wanted : List.of(
                "",
                "&status=QUEUED&status=FAILED",
                "&status=QUEUED,FAILED",
                "&productId=" + product,
                "&placedFrom=2026-03-01T12:00:00Z&placedTo=2026-03-01T12:00:00.001Z")) {
            assertThat(api.get(creator + wanted).texts("/items", "orderId"))
                    .as(wanted)
                    .containsExactly(id);
        }
        for (String other : List.of(
                "&status=PROCESSING&status=FAILED",
                "&productId=" + creator.substring(creator.indexOf('=') + 1),
                "&placedTo=2026-03-01T12:00:00Z",
                "&placedFrom=2026-03-01T12:00:00.001Z")) {
            assertThat(api.get(creator + other).texts("/items", "orderId"))
                    .as(other)
                    .isEmpty();
        }
    }

    @Test
    void whatCannotBeAskedForIsNamed() {
        assertThat(named("productId=" + sale.creator().id().value() + "&status=QUEUED"))
                .isEqualTo("productId");
        assertThat(named("placedFrom=yesterday")).isEqualTo("placedFrom");
        assertThat(named("placedTo=2026-03-01")).isEqualTo("placedTo");
        assertThat(named("status=QUEUED&status=LOST")).isEqualTo("status");
        assertThat(named("creatorId=x")).isEqualTo("creatorId");
    }

    private String named(String query) {
        return api.get("/v1/orders?" + query).isProblem(400, "invalid-request").text("/errors/0/parameter");
    }

    @Test
    void anInvoiceThatIsNotThereYetIsToBeAskedForAgain() {
        Answer answer = api.get(path + "/invoice", "Accept", "application/pdf").isProblem(409, "invoice-not-ready");

        assertThat(answer.header("Retry-After")).isEqualTo("1");
    }

    @Test
    void anInvoiceThatWillNotComeIsNotToBeAskedForAgain() {
        advance(sale.order().cancel(NOW));

        Answer answer = api.get(path + "/invoice").isProblem(409, "invoice-not-ready");

        assertThat(answer.header("Retry-After")).isEmpty();
    }

    @Test
    void aStoredInvoiceIsReadAsPdf() {
        byte[] pdf = "%PDF-1.7 of an invoice".getBytes(StandardCharsets.US_ASCII);
        shop.transactions().run(() -> {
            Invoice invoice =
                    sale.invoice(shop.invoices().allotNumber(sale.creator().id()));
            shop.invoices().add(invoice);
            shop.invoiceDocuments().storeIfAbsent(invoice.id(), new PdfDocument(pdf));
        });

        Answer answer = api.get(path + "/invoice");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(answer.header("Content-Disposition"))
                .isEqualTo("inline; filename=\"invoice-" + sale.order().id().value() + ".pdf\"");
        assertThat(answer.bytes()).isEqualTo(pdf);
    }

    private void advance(Order order) {
        shop.transactions().run(() -> shop.orders().advance(order));
    }
}
