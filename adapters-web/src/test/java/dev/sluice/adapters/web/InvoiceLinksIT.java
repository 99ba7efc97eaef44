package dev.sluice.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.invoice.Invoice;
import dev.sluice.domain.invoice.PdfDocument;
import dev.sluice.domain.invoice.SampleSales;
import dev.sluice.domain.repository.InMemoryRepositories;
import java.io.IOException;
import java.net.Socket;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ApiTest
@ExtendWith(OutputCaptureExtension.class)
class InvoiceLinksIT {

    private static final byte[] PDF = "%PDF-1.7 of an invoice".getBytes(StandardCharsets.US_ASCII);

    private final ApiClient api;
    private final ApiClient anybody;
    private final InMemoryRepositories shop;

    InvoiceLinksIT(ApiClient api, InMemoryRepositories shop) {
        this.api = api;
        this.anybody = api.with(null);
        this.shop = shop;
    }

    private String path;

    @BeforeEach
    void sell() {
        SampleSales.Sale sale = SampleSales.sale(shop);
        path = "/v1/orders/" + sale.order().id().value() + "/invoice";
        shop.transactions().run(() -> {
            Invoice invoice =
                    sale.invoice(shop.invoices().allotNumber(sale.creator().id()));
            shop.invoices().add(invoice);
            shop.invoiceDocuments().storeIfAbsent(invoice.id(), new PdfDocument(PDF));
        });
    }

    @Test
    void whoeverHasTheLinkReadsTheInvoiceAndNobodyKeepsIt() {
        Answer answer = anybody.get(link());

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.bytes()).isEqualTo(PDF);
        assertThat(answer.header("Content-Type")).isEqualTo("application/pdf");
        assertThat(answer.header("Cache-Control")).contains("no-store", "private");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
    }

    @Test
    void theLinkIsForReadingAlone() {
        String link = link();

        assertThat(anybody.send("HEAD", link, BodyPublishers.noBody()).status()).isEqualTo(200);
        for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
            anybody.send(method, link, BodyPublishers.noBody()).isProblem(405, "method-not-allowed");
        }
    }

    @Test
    void theLinkDoesNotFollowTheHostField() throws IOException {
        String request = """
                POST %s/link HTTP/1.1\r
                Host: evil.example\r
                X-Forwarded-Host: evil.example\r
                Authorization: Bearer %s\r
                Content-Length: 0\r
                Connection: close\r
                \r
                """.formatted(path, api.key());

        // The client of the other tests sets this field by itself.
        try (Socket socket = new Socket("localhost", api.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

            assertThat(answer)
                    .startsWith("HTTP/1.1 200")
                    .contains("Cache-Control: no-store", "\"url\":\"" + path + "/download?expires=")
                    .doesNotContain("evil.example");
        }
    }

    /** Old, altered, invented or for what is not there: nobody learns which. */
    @Test
    void whatIsNoLinkIsAnsweredInTheSameWords() {
        String link = link();
        String other = path.replaceAll(".{4}/invoice$", "0000/invoice");

        assertThat(List.of(
                                link.replaceAll(".$", "_"),
                                link.replaceAll("expires=\\d", "expires=9"),
                                link.replace(path, other),
                                path + "/download?expires=1&signature=x",
                                path + "/download?expires=soon&signature=",
                                path + "/download")
                        .stream()
                        .map(bad -> anybody.get(bad).isProblem(404, "not-found").text("/detail"))
                        .distinct())
                .hasSize(1);
    }

    @Test
    void theSignatureIsInNoLog(CapturedOutput output) {
        String link = link();
        String signature = link.substring(link.indexOf("signature=") + "signature=".length());
        anybody.get(link);
        anybody.get(link + "A").isProblem(404, "not-found");

        assertThat(output.getAll()).doesNotContain(signature);
    }

    private String link() {
        return api.post(path + "/link", "").text("/url");
    }
}
