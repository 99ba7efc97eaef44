package dev.sluice.adapters.web.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.adapters.web.access.Authentication;
import dev.sluice.adapters.web.access.Verified;
import dev.sluice.adapters.web.problem.ProblemWriter;
import dev.sluice.domain.access.Caller;
import dev.sluice.domain.access.Owner;
import dev.sluice.domain.access.Scope;
import dev.sluice.domain.failure.RetryableFailure;
import dev.sluice.domain.rate.InMemoryRateLimits;
import dev.sluice.domain.time.SettableClock;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class RateLimitFilterTest {

    private static final Caller OPERATIONS = new Caller(Owner.operations(), Set.of(Scope.OPERATIONS));
    private static final String PATH = "/v1/creators";
    private static final String HERE = "192.0.2.7";
    private static final String THERE = "192.0.2.8";

    private final SettableClock clock = new SettableClock(Instant.EPOCH);
    private final InMemoryRateLimits limits = new InMemoryRateLimits(clock);
    private final RateLimitFilter filter = new RateLimitFilter(
            limits,
            new Authentication(List.of(RateLimitFilterTest::verify)),
            new ProblemWriter(JsonMapper.shared()),
            new FreeRequests("/actuator"),
            new RateLimitProperties(true, 3, 2, Duration.ofMinutes(1)));

    private static Optional<Verified> verify(String token) {
        return switch (token) {
            case "one", "two" -> Optional.of(new Verified(OPERATIONS, "key:" + token));
            case "away" -> throw new RetryableFailure("the database is away", new IllegalStateException());
            default -> Optional.empty();
        };
    }

    @Test
    void eachAnswerTellsWhatIsLeft() throws Exception {
        MockHttpServletResponse response = answer(get(HERE, null));

        assertThat(response.getHeader("RateLimit-Policy")).isEqualTo("\"address\";q=2;w=60");
        assertThat(response.getHeader("RateLimit")).isEqualTo("\"address\";r=1;t=60");
        assertThat(response.getHeader("Retry-After")).isNull();
    }

    @Test
    void oneRequestTooManyIsRefusedWithAProblem() throws Exception {
        answer(get(HERE, null));
        answer(get(HERE, null));
        clock.advance(Duration.ofMillis(47_500));

        MockHttpServletResponse response = answer(get(HERE, null));

        assertThat(response.getStatus()).isEqualTo(429);
        assertThat(response.getContentType()).isEqualTo("application/problem+json");
        assertThat(response.getHeader("RateLimit-Policy")).isEqualTo("\"address\";q=2;w=60");
        assertThat(response.getHeader("RateLimit")).isEqualTo("\"address\";r=0;t=13");
        assertThat(response.getHeader("Retry-After")).isEqualTo("13");
        assertThat(response.getHeader("Cache-Control")).isEqualTo("no-store");
        JsonNode problem = JsonMapper.shared().readTree(response.getContentAsByteArray());
        assertThat(problem.at("/type").asString()).isEqualTo("/problems/quota-exceeded");
        assertThat(problem.at("/status").asInt()).isEqualTo(429);
        assertThat(problem.at("/detail").asString()).isEqualTo("2 requests are allowed in 60 seconds.");
        assertThat(problem.at("/retryAfterMs").asInt()).isEqualTo(12_500);
    }

    @Test
    void anotherWindowLetsPassAgain() throws Exception {
        assertThat(passed(get(HERE, null), 5)).isEqualTo(2);
        clock.advance(Duration.ofMinutes(1));
        assertThat(passed(get(HERE, null), 5)).isEqualTo(2);
    }

    @Test
    void eachAddressIsCountedByItself() throws Exception {
        assertThat(passed(get(HERE, null), 5)).isEqualTo(2);
        assertThat(passed(get(THERE, null), 5)).isEqualTo(2);
    }

    @Test
    void theAddressesOfOneNetworkOfIpv6AreOne() throws Exception {
        assertThat(passed(get("2001:db8:0:1::1", null), 1)).isEqualTo(1);
        assertThat(passed(get("2001:db8:0:1:ffff::2", null), 5)).isEqualTo(1);
        assertThat(passed(get("2001:db8:0:2::1", null), 5)).isEqualTo(2);
    }

    @Test
    void whoHoldsAKeyIsCountedByItWhereverTheRequestsComeFrom() throws Exception {
        assertThat(passed(get(HERE, null), 5)).isEqualTo(2);
        assertThat(passed(get(HERE, "one"), 2)).isEqualTo(2);
        assertThat(passed(get(THERE, "one"), 5)).isEqualTo(1);
        assertThat(passed(get(HERE, "two"), 5)).isEqualTo(3);
        assertThat(answer(get(HERE, "two")).getHeader("RateLimit")).isEqualTo("\"key\";r=0;t=60");
    }

    @ParameterizedTest
    @ValueSource(strings = {"bad", "away"})
    void whoseKeyIsNotGoodOrCannotBeVerifiedIsCountedByAddress(String key) throws Exception {
        assertThat(passed(get(HERE, key), 5)).isEqualTo(2);
        assertThat(passed(get(HERE, null), 5)).isZero();
    }

    @Test
    void readsPassWhileNobodyCanCount() throws Exception {
        limits.goAway();

        assertThat(passed(get(HERE, null), 20)).isEqualTo(20);
        assertThat(passed(new MockHttpServletRequest("HEAD", PATH), 20)).isEqualTo(20);
        assertThat(answer(get(HERE, null)).getHeader("RateLimit-Policy")).isEqualTo("\"address\";q=2;w=60");
        assertThat(answer(get(HERE, null)).getHeader("RateLimit")).isNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PATCH", "PUT", "DELETE"})
    void fewWritesPassWhileNobodyCanCount(String method) throws Exception {
        limits.goAway();

        assertThat(passed(with(new MockHttpServletRequest(method, PATH), HERE, "one"), 20))
                .isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"/actuator/health", "/actuator/health/readiness", "/actuator/prometheus"})
    void healthAndMetricsAreFree(String path) throws Exception {
        MockHttpServletRequest request = new MockHttpServletRequest("GET", path);

        assertThat(passed(request, 20)).isEqualTo(20);
        assertThat(answer(request).getHeaderNames()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/actuator/health/../../v1/creators",
                "/actuator/health/%2e%2e/env",
                "/actuator/health;/x",
                "/actuator/healthy",
                "/actuator/env",
                "/x/actuator/health"
            })
    void whatOnlyLooksLikeHealthIsCounted(String path) throws Exception {
        assertThat(passed(new MockHttpServletRequest("GET", path), 20)).isEqualTo(2);
    }

    private int passed(MockHttpServletRequest request, int times) throws ServletException, IOException {
        int passed = 0;
        for (int time = 0; time < times; time++) {
            passed += answer(request).getStatus() == 200 ? 1 : 0;
        }
        return passed;
    }

    private MockHttpServletResponse answer(MockHttpServletRequest request) throws ServletException, IOException {
        MockHttpServletResponse response = new MockHttpServletResponse();
        filter.doFilter(request, response, new MockFilterChain());
        return response;
    }

    private static MockHttpServletRequest get(String address, @Nullable String key) {
        return with(new MockHttpServletRequest("GET", PATH), address, key);
    }

    private static MockHttpServletRequest with(MockHttpServletRequest request, String address, @Nullable String key) {
        request.setRemoteAddr(address);
        if (key != null) {
            request.addHeader("Authorization", "Bearer " + key);
        }
        return request;
    }
}
