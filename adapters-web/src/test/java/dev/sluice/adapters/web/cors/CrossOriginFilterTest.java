package dev.sluice.adapters.web.cors;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.adapters.web.problem.ProblemWriter;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.json.JsonMapper;

class CrossOriginFilterTest {

    private static final String SHOP = "https://shop.example.com";

    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final MockFilterChain chain = new MockFilterChain();

    @Test
    void withoutConfigurationNothingIsSaid() throws ServletException, IOException {
        pass(filter(false), request("GET", SHOP));

        assertThat(isLeftToOthers()).isTrue();
        assertThat(response.getHeaderNames()).isEmpty();
    }

    @Test
    void withoutConfigurationAPreflightIsRefused() throws ServletException, IOException {
        pass(filter(false), preflight(SHOP));

        isRefused();
        assertThat(response.getHeader("Vary")).isNull();
    }

    @Test
    void aPageOfAnAllowedOriginMayReadTheAnswer() throws ServletException, IOException {
        pass(filter(false, SHOP), request("GET", SHOP));

        assertThat(isLeftToOthers()).isTrue();
        assertThat(response.getHeader("Access-Control-Allow-Origin")).isEqualTo(SHOP);
        assertThat(response.getHeader("Access-Control-Allow-Credentials")).isNull();
        assertThat(response.getHeader("Vary")).isEqualTo("Origin");
        assertThat(response.getHeader("Access-Control-Expose-Headers"))
                .contains("ETag", "Location", "Retry-After", "RateLimit", "RateLimit-Policy")
                .contains("X-Request-Id", "Cache-Status", "Age");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "https://shop.example.com.evil.example",
                "https://evil.example",
                "http://shop.example.com",
                "https://shop.example.com:8443",
                "HTTPS://SHOP.EXAMPLE.COM",
                "null",
                "*",
                ""
            })
    void anyOtherOriginIsAnsweredAndToldNothing(@Nullable String origin) throws ServletException, IOException {
        pass(filter(true, SHOP), request("GET", origin));

        assertThat(isLeftToOthers()).isTrue();
        assertThat(response.getHeaderNames()).containsExactly("Vary");
    }

    @Test
    void anAllowedPageIsToldWhatItMaySendBeforeAnybodyElseIsAsked() throws ServletException, IOException {
        pass(filter(true, SHOP), preflight(SHOP));

        assertThat(isLeftToOthers()).isFalse();
        assertThat(response.getStatus()).isEqualTo(204);
        assertThat(response.getHeader("Access-Control-Allow-Origin")).isEqualTo(SHOP);
        assertThat(response.getHeader("Access-Control-Allow-Credentials")).isEqualTo("true");
        assertThat(response.getHeader("Access-Control-Allow-Methods")).isEqualTo("GET, HEAD, POST, PUT, PATCH, DELETE");
        assertThat(response.getHeader("Access-Control-Allow-Headers"))
                .contains("Authorization", "Content-Type", "Idempotency-Key", "If-Match", "If-None-Match");
        assertThat(response.getHeader("Access-Control-Max-Age")).isEqualTo("60");
        assertThat(response.getHeader("Vary")).isEqualTo("Origin");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://evil.example", "null", "*"})
    void aPreflightOfAnotherOriginIsRefused(String origin) throws ServletException, IOException {
        pass(filter(false, SHOP), preflight(origin));

        isRefused();
    }

    @Test
    void allOriginsGetTheSameAnswer() throws ServletException, IOException {
        pass(filter(false, "*"), request("GET", null));

        assertThat(response.getHeader("Access-Control-Allow-Origin")).isEqualTo("*");
        assertThat(response.getHeader("Vary")).isNull();
    }

    @Test
    void anOptionsRequestThatIsNoPreflightGoesItsWay() throws ServletException, IOException {
        pass(filter(false, SHOP), request("OPTIONS", SHOP));

        assertThat(isLeftToOthers()).isTrue();
    }

    private void isRefused() throws IOException {
        assertThat(isLeftToOthers()).isFalse();
        assertThat(response.getStatus()).isEqualTo(403);
        assertThat(response.getContentType()).isEqualTo("application/problem+json");
        assertThat(response.getContentAsString()).contains("/problems/origin-not-allowed");
        assertThat(response.getHeader("Access-Control-Allow-Origin")).isNull();
    }

    private void pass(CrossOriginFilter filter, MockHttpServletRequest request) throws ServletException, IOException {
        filter.doFilter(request, response, chain);
    }

    private boolean isLeftToOthers() {
        return chain.getRequest() != null;
    }

    private static CrossOriginFilter filter(boolean allowCredentials, String... origins) {
        return new CrossOriginFilter(
                new CorsProperties(Set.of(origins), allowCredentials, Duration.ofMinutes(1)),
                new ProblemWriter(new JsonMapper()));
    }

    private static MockHttpServletRequest preflight(String origin) {
        MockHttpServletRequest request = request("OPTIONS", origin);
        request.addHeader("Access-Control-Request-Method", "POST");
        return request;
    }

    private static MockHttpServletRequest request(String method, @Nullable String origin) {
        MockHttpServletRequest request = new MockHttpServletRequest(method, "/v1/creators");
        if (origin != null) {
            request.addHeader("Origin", origin);
        }
        return request;
    }
}
