package dev.sluice.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.catalogue.Creator;
import dev.sluice.domain.catalogue.SampleShop;
import dev.sluice.domain.repository.InMemoryRepositories;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;

/** Pages of an allowed origin read every answer, whoever gives it. */
@ApiTest
@TestPropertySource(properties = "sluice.cors.allowed-origins=https://shop.example.com")
class CrossOriginIT {

    private static final String SHOP = "https://shop.example.com";

    private final ApiClient api;
    private final InMemoryRepositories shop;

    CrossOriginIT(ApiClient api, InMemoryRepositories shop) {
        this.api = api;
        this.shop = shop;
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/orders", "/v1/creators", "/v1/api-keys/0", "/v1/nothing", "/actuator/nothing"})
    void aPreflightNeedsNoCredential(String path) {
        Answer allowed = preflight(path, SHOP);
        Answer refused = preflight(path, "https://evil.example");

        assertThat(allowed.status()).isEqualTo(204);
        assertThat(allowed.header("X-Request-Id")).isNotEmpty();
        assertThat(allowed.header("Access-Control-Allow-Headers")).contains("Authorization");
        isReadable(allowed);
        isUnreadable(refused.isProblem(403, "origin-not-allowed"));
    }

    @Test
    void anAnswerFromMemoryIsReadable() {
        Creator creator = SampleShop.creator();
        shop.creators().add(creator);
        String portfolio = "/v1/creators/" + creator.id().value() + "/portfolio";
        String tag = api.get(portfolio).header("ETag");

        Answer recalled = api.get(portfolio, "Origin", SHOP);
        Answer unchanged = api.get(portfolio, "Origin", SHOP, "If-None-Match", tag);
        Answer others = api.get(portfolio, "Origin", "https://evil.example");

        assertThat(recalled.header("Cache-Status")).isEqualTo("sluice; hit");
        isReadable(recalled);
        assertThat(unchanged.status()).isEqualTo(304);
        isReadable(unchanged);
        assertThat(others.status()).isEqualTo(200);
        isUnreadable(others);
        isUnreadable(api.get(portfolio));
    }

    @Test
    void aRefusalIsReadable() {
        isReadable(api.with(null).get("/v1/orders", "Origin", SHOP).isProblem(401, "unauthenticated"));
        isReadable(api.with("nonsense").get("/v1/creators", "Origin", SHOP).isProblem(401, "unauthenticated"));
        isReadable(api.get("/failing/unexpected", "Origin", SHOP).isProblem(500, "internal-error"));
        isReadable(api.get("/v1/nothing", "Origin", SHOP).isProblem(404, "not-found"));
        isReadable(api.post("/v1/creators", " ".repeat(70_000), "Origin", SHOP).isProblem(413, "body-too-large"));
    }

    private static void isReadable(Answer answer) {
        assertThat(answer.header("Access-Control-Allow-Origin")).isEqualTo(SHOP);
        assertThat(answer.header("Access-Control-Expose-Headers")).contains("ETag", "X-Request-Id", "Retry-After");
        assertThat(answer.response().headers().allValues("Vary")).containsExactly("Origin");
    }

    private static void isUnreadable(Answer answer) {
        assertThat(answer.header("Access-Control-Allow-Origin")).isEmpty();
        assertThat(answer.response().headers().allValues("Vary")).containsExactly("Origin");
    }

    private Answer preflight(String path, String origin) {
        return api.with(null)
                .send(
                        "OPTIONS",
                        path,
                        BodyPublishers.noBody(),
                        "Origin",
                        origin,
                        "Access-Control-Request-Method",
                        "POST",
                        "Access-Control-Request-Headers",
                        "authorization");
    }
}
