package dev.sluice.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.invoice.CreditNote;
import dev.sluice.domain.invoice.PdfDocument;
import dev.sluice.domain.invoice.SampleSales;
import dev.sluice.domain.repository.InMemoryRepositories;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ApiTest
class RefundingOrdersIT {

    private static final String REFUND = "{\"reason\": \"The prints arrived bent.\", \"restock\": true}";

    private final ApiClient api;
    private final InMemoryRepositories shop;
    private SampleSales.Sale sale;
    private String path;

    RefundingOrdersIT(ApiClient api, InMemoryRepositories shop) {
        this.api = api;
        this.shop = shop;
    }

    @BeforeEach
    void sell() {
        sale = SampleSales.sale(shop);
        path = "/v1/orders/" + sale.order().id().value();
    }

    @Test
    void aCompletedOrderIsRefundedOnce() {
        SampleSales.complete(shop, sale);

        Answer refunded = api.post(path + "/refund", REFUND);

        assertThat(refunded.status()).isEqualTo(200);
        assertThat(refunded.text("/status")).isEqualTo("REFUNDED");
        assertThat(refunded.header("ETag")).isEqualTo(api.get(path).header("ETag"));
        assertThat(refunded.header("Cache-Control")).isEqualTo("no-store");
        api.post(path + "/refund", REFUND).isProblem(409, "wrong-state");
        assertThat(creditNote().reason()).isEqualTo("The prints arrived bent.");
        assertThat(creditNote().restocked()).isTrue();
        assertThat(creditNote().number().sequence()).isEqualTo(1);
    }

    @Test
    void anOrderThatIsNotCompletedIsNotRefunded() {
        api.post(path + "/refund", REFUND).isProblem(409, "wrong-state");

        assertThat(shop.creditNotes().findByOrder(sale.order().id())).isEmpty();
    }

    @Test
    void aCreditNoteThatIsOnItsWayIsToBeAskedForAgain() {
        assertThat(api.get(path + "/credit-note")
                        .isProblem(409, "credit-note-not-ready")
                        .header("Retry-After"))
                .isEmpty();

        SampleSales.complete(shop, sale);
        api.post(path + "/refund", REFUND);

        assertThat(api.get(path + "/credit-note")
                        .isProblem(409, "credit-note-not-ready")
                        .header("Retry-After"))
                .isEqualTo("1");
    }

    @Test
    void aStoredCreditNoteIsReadAsPdf() {
        byte[] pdf = "%PDF-1.7 of a credit note".getBytes(StandardCharsets.US_ASCII);
        SampleSales.complete(shop, sale);
        api.post(path + "/refund", REFUND);
        shop.creditNoteDocuments().storeIfAbsent(creditNote().id(), new PdfDocument(pdf));

        Answer answer = api.get(path + "/credit-note");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.header("Content-Disposition"))
                .isEqualTo("inline; filename=\"credit-note-" + sale.order().id().value() + ".pdf\"");
        assertThat(answer.bytes()).isEqualTo(pdf);
    }

    @Test
    void theTimelineTellsOfTheRefundAndOfTheReceipt() {
        var invoice = SampleSales.complete(shop, sale);
        shop.invoiceDocuments().storeIfAbsent(invoice.id(), new PdfDocument(new byte[] {'%'}));
        Answer receipt = api.post(path + "/resend-receipt", "");
        api.post(path + "/refund", REFUND);

        Answer timeline = api.get(path + "/timeline");

        assertThat(timeline.status()).isEqualTo(200);
        assertThat(timeline.header("Cache-Control")).isEqualTo("no-store");
        assertThat(timeline.text("/orderId"))
                .isEqualTo(sale.order().id().value().toString());
        assertThat(timeline.texts("/events", "kind"))
                .contains("PLACED", "INVOICE_ISSUED", "COMPLETED", "RECEIPT_REQUESTED", "REFUNDED");
        assertThat(timeline.texts("/events", "detail")).contains("INV-000001", "CRN-000001", receipt.text("/jobId"));
        assertThat(timeline.body()).doesNotContain("Ada", "ada@example.org", "bent");
    }

    @Test
    void aReceiptIsSentByAJobWhichRepeatedRequestsFind() {
        var invoice = SampleSales.complete(shop, sale);
        shop.invoiceDocuments().storeIfAbsent(invoice.id(), new PdfDocument(new byte[] {'%'}));

        Answer first = api.post(path + "/resend-receipt", "");
        Answer second = api.post(path + "/resend-receipt", "");

        assertThat(first.status()).isEqualTo(202);
        assertThat(first.text("/type")).isEqualTo("resend-receipt");
        assertThat(first.header("Location")).isEqualTo("/v1/jobs/" + first.text("/jobId"));
        assertThat(second.status()).isEqualTo(202);
        assertThat(second.text("/jobId")).isEqualTo(first.text("/jobId"));
        assertThat(shop.receipts().latest(sale.order().id())).hasSize(1);
    }

    @Test
    void thereIsNoReceiptBeforeThereIsAnInvoice() {
        api.post(path + "/resend-receipt", "").isProblem(409, "invoice-not-ready");
        SampleSales.complete(shop, sale);
        api.post(path + "/resend-receipt", "").isProblem(409, "invoice-not-ready");
    }

    @Test
    void theGroupOfTheJobIsTheSellersSoThatItSeesIt() {
        var invoice = SampleSales.complete(shop, sale);
        shop.invoiceDocuments().storeIfAbsent(invoice.id(), new PdfDocument(new byte[] {'%'}));

        assertThat(api.post(path + "/resend-receipt", "").text("/group"))
                .isEqualTo(seller().value().toString());
    }

    private CreatorId seller() {
        return sale.creator().id();
    }

    private CreditNote creditNote() {
        return shop.creditNotes().findByOrder(sale.order().id()).orElseThrow();
    }
}
