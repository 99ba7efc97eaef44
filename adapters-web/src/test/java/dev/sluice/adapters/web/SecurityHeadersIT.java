package dev.sluice.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.catalogue.Creator;
import dev.sluice.domain.catalogue.SampleShop;
import dev.sluice.domain.repository.InMemoryRepositories;
import java.net.URI;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;

/** What browsers are told with each answer, whoever gives it. */
@ApiTest
@TestPropertySource(properties = "server.forward-headers-strategy=native")
class SecurityHeadersIT {

    private static final String NOTHING_LOADS = "default-src 'none'; frame-ancestors 'none'";

    private final ApiClient api;
    private final InMemoryRepositories shop;

    SecurityHeadersIT(ApiClient api, InMemoryRepositories shop) {
        this.api = api;
        this.shop = shop;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/creators",
                "/v1/orders",
                "/v1/jobs/no-id",
                "/v1/nothing",
                "/failing/unexpected",
                "/failing/overloaded",
                "/openapi.json",
                "/docs",
                "/error"
            })
    void everyAnswerIsProtected(String path) {
        isProtected(api.get(path));
        isProtected(api.with("nonsense").get(path));
    }

    @Test
    void anAnswerFromMemoryIsProtected() {
        Creator creator = SampleShop.creator();
        shop.creators().add(creator);
        String portfolio = "/v1/creators/" + creator.id().value() + "/portfolio";
        String tag = api.get(portfolio).header("ETag");

        Answer recalled = api.get(portfolio);
        Answer unchanged = api.get(portfolio, "If-None-Match", tag);

        assertThat(recalled.header("Cache-Status")).isEqualTo("sluice; hit");
        isProtected(recalled);
        assertThat(unchanged.status()).isEqualTo(304);
        isProtected(unchanged);
    }

    @Test
    void aStreamOfEventsIsProtected() {
        isProtected(api.send("HEAD", "/v1/jobs/events", BodyPublishers.noBody()));
    }

    @Test
    void onlyASecureRequestIsToldToStaySecure() {
        assertThat(api.get("/v1/creators").header("Strict-Transport-Security")).isEmpty();
        assertThat(api.get("/v1/creators", "X-Forwarded-Proto", "https").header("Strict-Transport-Security"))
                .isEqualTo("max-age=31536000");
    }

    @Test
    void thePageForPeopleLoadsAllThatItIsMadeOf() {
        String address = api.get("/docs").header("Location");

        Answer page = api.get(address);

        assertThat(page.header("Content-Security-Policy"))
                .contains("default-src 'none'", "script-src 'self';", "connect-src 'self'", "frame-ancestors 'none'")
                .doesNotContain("unsafe-eval");
        assertThat(page.header("X-Content-Type-Options")).isEqualTo("nosniff");
        // Nothing inline, and nothing from elsewhere.
        assertThat(page.body()).doesNotContain("<style", " style=", " onload=", "://");
        assertThat(found("<script[^>]*>([^<]*)</script>", page)).hasSize(3).allMatch(String::isBlank);
        List<String> parts = found("<(?:script|link)[^>]* (?:src|href)=\"([^\"]*)\"", page);
        assertThat(parts).hasSize(7);
        for (String part : parts) {
            Answer loaded = api.get(URI.create(address).resolve(part).getPath());
            assertThat(loaded.status()).as(part).isEqualTo(200);
            // With nosniff a browser takes nothing for a script that is not called one.
            assertThat(loaded.header("Content-Type")).as(part).contains(typeOf(part));
        }
    }

    private static String typeOf(String part) {
        return part.endsWith(".js") ? "javascript" : part.endsWith(".css") ? "text/css" : "image/png";
    }

    private static List<String> found(String pattern, Answer page) {
        Matcher matcher = Pattern.compile(pattern).matcher(page.body());
        return matcher.results().map(result -> result.group(1)).toList();
    }

    private static void isProtected(Answer answer) {
        assertThat(answer.header("X-Content-Type-Options")).isEqualTo("nosniff");
        assertThat(answer.header("Content-Security-Policy")).isEqualTo(NOTHING_LOADS);
        assertThat(answer.header("X-Frame-Options")).isEqualTo("DENY");
        assertThat(answer.header("Referrer-Policy")).isEqualTo("no-referrer");
        assertThat(answer.header("Cross-Origin-Resource-Policy")).isEqualTo("same-origin");
        assertThat(answer.header("Server")).isEmpty();
        assertThat(answer.header("X-Powered-By")).isEmpty();
    }
}
