package dev.sluice.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.rate.InMemoryRateLimits;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.test.context.TestPropertySource;

@ApiTest
@TestPropertySource(
        properties = {"sluice.rate-limits.per-key=3", "sluice.rate-limits.per-address=3", "sluice.rate-limits.window=1h"
        })
class RateLimitsIT {

    private static final String NO_ID = "00000000-0000-0000-0000-000000000000";

    private final ApiClient api;

    RateLimitsIT(ApiClient api, InMemoryRateLimits limits) {
        this.api = api;
        limits.forget();
    }

    @Test
    void whoAsksTooOftenIsRefusedOnEveryRoute() {
        for (int left = 2; left >= 0; left--) {
            Answer answer = api.get("/v1/creators");
            assertThat(answer.status()).isEqualTo(200);
            assertThat(answer.header("RateLimit-Policy")).isEqualTo("\"key\";q=3;w=3600");
            assertThat(answer.header("RateLimit")).startsWith("\"key\";r=" + left + ";t=");
        }

        isRefused(api.get("/v1/creators"));
        isRefused(api.get("/v1/creators/" + NO_ID + "/portfolio"));
        isRefused(api.post("/v1/orders", "{}"));
        isRefused(api.get("/v1/jobs/events"));
        isRefused(api.get("/openapi.json"));
        isRefused(api.get("/nothing"));
        assertThat(api.get("/actuator/health").header("RateLimit")).isEmpty();
        assertThat(api.with(null).get("/v1/creators").status()).isEqualTo(200);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/nothing", "/v1/jobs", "/v1/creators?limit=none", "/failing/somehow", "/openapi.json"})
    void whateverIsAnsweredSaysWhatIsLeft(String path) {
        assertThat(api.with(null).get(path).header("RateLimit")).startsWith("\"address\";r=2;t=");
    }

    @Test
    void aBodyThatIsTooLargeIsCounted() {
        Answer answer = api.post("/v1/orders", "x".repeat(100_000));

        answer.isProblem(413, "body-too-large");
        assertThat(answer.header("RateLimit")).startsWith("\"key\";r=2;t=");
    }

    @Test
    void whoTriesKeysIsCountedToo() {
        ApiClient guessing = api.with("sluice_0123");
        for (int time = 0; time < 3; time++) {
            guessing.get("/v1/creators").isProblem(401, "unauthenticated");
        }
        guessing.get("/v1/creators").isProblem(429, "quota-exceeded");
    }

    private static void isRefused(Answer answer) {
        answer.isProblem(429, "quota-exceeded");
        assertThat(answer.header("RateLimit-Policy")).isEqualTo("\"key\";q=3;w=3600");
        assertThat(answer.header("RateLimit")).startsWith("\"key\";r=0;t=");
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 3_600);
        assertThat(answer.json().at("/retryAfterMs").asLong()).isBetween(1L, 3_600_000L);
    }
}
