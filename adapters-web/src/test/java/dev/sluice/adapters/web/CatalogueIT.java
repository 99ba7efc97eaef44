package dev.sluice.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.catalogue.Creator;
import dev.sluice.domain.catalogue.Product;
import dev.sluice.domain.catalogue.SampleShop;
import dev.sluice.domain.repository.InMemoryRepositories;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ApiTest
class CatalogueIT {

    private final ApiClient api;
    private final InMemoryRepositories shop;
    private final Creator creator = SampleShop.creator();
    private final Product product = SampleShop.product(creator.id(), SampleShop.productDetails(1999, 3, true));
    private final String creatorPath = "/v1/creators/" + creator.id().value();
    private final String productPath = "/v1/products/" + product.id().value();

    CatalogueIT(ApiClient api, InMemoryRepositories shop) {
        this.api = api;
        this.shop = shop;
    }

    @BeforeEach
    void openTheShop() {
        shop.transactions().run(() -> {
            shop.creators().add(creator);
            shop.products().add(product);
        });
    }

    @Test
    void aCreatorIsReadUnderItsEntityTag() {
        Answer answer = api.get(creatorPath);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("ETag")).isEqualTo("\"v1\"");
        assertThat(answer.text("/creatorId")).isEqualTo(creator.id().value().toString());
        assertThat(answer.text("/currency")).isEqualTo("EUR");
        assertThat(answer.text("/seller/address/country")).isEqualTo("DE");
        assertThat(api.get(creatorPath, "If-None-Match", "\"v1\"").status()).isEqualTo(304);
    }

    @Test
    void anAddedCreatorAndItsProductCanBeReadWhereTheAnswersSay() {
        Answer added = api.post("/v1/creators", """
                {"name":"Südlicht","currency":"JPY","seller":{"legalName":"S KK","address":
                 {"street":"1-1","postalCode":"100","city":"Tokio","country":"JP"}}}
                """);
        assertThat(added.status()).isEqualTo(201);
        assertThat(added.header("ETag")).isEqualTo("\"v1\"");
        assertThat(api.get(added.header("Location")).json()).isEqualTo(added.json());
        assertThat(added.text("/bio")).isEmpty();

        Answer product = api.post(added.header("Location") + "/products", """
                {"title":"Karte","price":{"amountMinor":300,"currency":"JPY"}}
                """);
        assertThat(product.status()).isEqualTo(201);
        assertThat(api.get(product.header("Location")).json()).isEqualTo(product.json());
        assertThat(product.json().at("/stock").isNull()).isTrue();
        assertThat(product.json().at("/onSale").asBoolean()).isTrue();
    }

    @Test
    void aProductOfAnUnknownCreatorIsNotAdded() {
        api.post("/v1/creators/" + UUID.randomUUID() + "/products", """
                        {"title":"Karte","price":{"amountMinor":300,"currency":"EUR"}}
                        """).isProblem(404, "not-found");
    }

    @Test
    void aPatchChangesWhatItNamesAndNothingElse() {
        Answer patched = api.patch(
                creatorPath, "{\"seller\":{\"address\":{\"city\":\"Kiel\"},\"vatId\":null}}", "If-Match", "\"v1\"");

        assertThat(patched.status()).isEqualTo(200);
        assertThat(patched.header("ETag")).isEqualTo("\"v2\"");
        assertThat(patched.text("/seller/address/city")).isEqualTo("Kiel");
        assertThat(patched.text("/seller/address/street")).isEqualTo("Hafenstraße 7");
        assertThat(patched.json().at("/seller/vatId").isNull()).isTrue();
        assertThat(patched.text("/name")).isEqualTo("Nordlicht Presets");
        assertThat(api.get(creatorPath).json()).isEqualTo(patched.json());
    }

    @Test
    void aSellerMayAskForEInvoices() {
        Answer patched = api.patch(creatorPath, "{\"seller\":{\"invoiceFormat\":\"FACTUR_X\"}}", "If-Match", "\"v1\"");

        assertThat(patched.text("/seller/invoiceFormat")).isEqualTo("FACTUR_X");
        assertThat(api.get(creatorPath).json()).isEqualTo(patched.json());
    }

    @Test
    void eInvoicesAreRefusedWithWhatTheyLack() {
        String lacking = "{\"seller\":{\"invoiceFormat\":\"FACTUR_X\",\"vatId\":null}}";

        Answer patch = api.patch(creatorPath, lacking, "If-Match", "\"v1\"").isProblem(400, "invalid-request");
        Answer opening = api.post("/v1/creators", """
                {"name":"Karten","currency":"JPY","seller":{"legalName":"Karten GmbH","vatId":"DE123456789",
                 "invoiceFormat":"FACTUR_X",
                 "address":{"street":"Hafen 7","postalCode":"20457","city":"Hamburg","country":"DE"}}}
                """).isProblem(400, "invalid-request");

        assertThat(patch.text("/errors/0/pointer")).isEqualTo("/seller/vatId");
        assertThat(opening.text("/errors/0/pointer")).isEqualTo("/seller/invoiceFormat");
    }

    @Test
    void aPatchMayLiftTheLimitOfAStockAndIsTakenAsPlainJsonToo() {
        Answer patched = api.send(
                "PATCH",
                productPath,
                BodyPublishers.ofString("{\"stock\":null,\"price\":{\"amountMinor\":5}}"),
                "Content-Type",
                "application/json",
                "If-Match",
                "\"v1\"");

        assertThat(patched.status()).isEqualTo(200);
        assertThat(patched.json().at("/stock").isNull()).isTrue();
        assertThat(patched.json().at("/price/amountMinor").asLong()).isEqualTo(5);
        assertThat(patched.text("/price/currency")).isEqualTo("EUR");
    }

    @Test
    void aPatchWithoutConditionIsRefused() {
        for (String path : List.of(creatorPath, productPath)) {
            Answer answer = api.patch(path, "{}").isProblem(428, "precondition-required");
            assertThat(answer.text("/errors/0/header")).isEqualTo("If-Match");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\"v0\"", "W/\"v1\"", "\"v2\", \"v3\""})
    void aPatchOfWhatHasChangedIsRefused(String ifMatch) {
        api.patch(creatorPath, "{}", "If-Match", ifMatch).isProblem(412, "stale");
        api.patch(productPath, "{}", "If-Match", ifMatch).isProblem(412, "stale");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*", "v1", "\"v1", "\"v1\" \"v2\"", ""})
    void aConditionThatNamesNoVersionIsRefused(String ifMatch) {
        Answer answer = api.patch(creatorPath, "{}", "If-Match", ifMatch).isProblem(400, "invalid-request");

        assertThat(answer.text("/errors/0/header")).isEqualTo("If-Match");
    }

    @Test
    void ofTwoChangesOfOneVersionTheSecondIsRefused() {
        assertThat(api.patch(productPath, "{\"title\":\"A\"}", "If-Match", "\"v1\"")
                        .status())
                .isEqualTo(200);

        api.patch(productPath, "{\"title\":\"B\"}", "If-Match", "\"v1\"").isProblem(412, "stale");
        assertThat(api.get(productPath).text("/title")).isEqualTo("A");
    }

    @Test
    void pagesLeadThroughAllProductsNewestFirst() {
        List<String> ids = new ArrayList<>(List.of(product.id().value().toString()));
        for (int index = 0; index < 4; index++) {
            Product another = SampleShop.product(creator.id());
            shop.transactions().run(() -> shop.products().add(another));
            ids.add(another.id().value().toString());
        }

        // Ids made within one millisecond are in no order of their own.
        ids.sort(Comparator.reverseOrder());

        List<String> seen = new ArrayList<>();
        String next = "";
        do {
            Answer page = api.get(creatorPath + "/products?limit=2" + next);
            seen.addAll(page.texts("/items", "productId"));
            next = page.json().at("/next").isNull() ? "" : "&cursor=" + page.text("/next");
        } while (!next.isEmpty());

        assertThat(seen).containsExactlyElementsOf(ids);
    }

    @Test
    void creatorsAreListed() {
        assertThat(api.get("/v1/creators?limit=100").texts("/items", "creatorId"))
                .contains(creator.id().value().toString());
    }
}
