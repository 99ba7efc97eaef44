package dev.sluice.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class ErasedBuyerIT {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    /** The address is the key, the name is that of all buyers here. */
    private static final String CANARY = "canary-7f3a";

    private static final String NAME = "Robin Sample";

    @Test
    void anErasedBuyerIsInNoTableButThoseOfKeptInvoices() {
        try (Installation sluice = Installation.start()) {
            ShopClient client = sluice.client();
            UUID creator = client.addCreator("Erasing");
            UUID product = client.addProduct(creator, "Poster", "null");
            HttpResponse<String> placed = client.placeOrder(CANARY, creator, product);
            UUID order = ShopClient.orderId(placed);
            new Fulfilment(sluice).awaitCompleted(List.of(order), PATIENCE);
            String email = CANARY + "@example.com";
            Records records = sluice.records();
            assertThat(records.tablesThatHold(email)).contains("orders", "invoices");
            assertThat(records.tablesThatHold(NAME)).contains("orders", "invoices");

            assertThat(client.erase(email.toUpperCase(Locale.ROOT)).statusCode())
                    .isEqualTo(204);
            assertThat(client.erase(email).statusCode()).isEqualTo(204);

            assertThat(records.tablesThatHold(email)).isSubsetOf(Set.of("invoices", "invoice_documents"));
            assertThat(records.tablesThatHold(NAME)).isSubsetOf(Set.of("invoices", "invoice_documents"));
            assertThat(client.get("/v1/orders/" + order).body()).contains("@erased.invalid");
            assertThat(client.get("/v1/orders/" + order + "/invoice").body()).startsWith("%PDF-");
        }
    }
}
