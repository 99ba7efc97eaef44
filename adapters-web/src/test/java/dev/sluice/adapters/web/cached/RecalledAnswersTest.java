package dev.sluice.adapters.web.cached;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sluice.domain.cache.CacheStatus;
import dev.sluice.domain.cache.CachedValue;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.server.observation.ServerRequestObservationContext;
import org.springframework.mock.web.MockFilterChain;
import org.springframework.mock.web.MockHttpServletRequest;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.web.filter.ServerHttpObservationFilter;

class RecalledAnswersTest {

    private static final String ROUTE = "/v1/things/{id}/report";
    private static final UUID KNOWN = new UUID(1, 2);
    private static final String PATH = "/v1/things/" + KNOWN + "/report";
    private static final CachedAnswer ANSWER = new CachedAnswer(Duration.ofSeconds(5), Duration.ofSeconds(30));

    private final RecalledAnswers filter =
            new RecalledAnswers(List.of(new CachedRoute("/v1/others/{id}", ANSWER, id -> Optional.empty()), route()));
    private final MockHttpServletResponse response = new MockHttpServletResponse();
    private final MockFilterChain chain = new MockFilterChain();

    @Test
    void whatIsInMemoryIsAnsweredWithItsVersionAndAge() throws ServletException, IOException {
        pass(get(PATH));

        assertThat(isLeftToOthers()).isFalse();
        assertThat(response.getContentAsString()).isEqualTo("{}");
        assertThat(response.getContentType()).isEqualTo("application/json");
        assertThat(response.getContentLength()).isEqualTo(2);
        assertThat(response.getHeader("ETag")).isEqualTo("\"v7\"");
        assertThat(response.getHeader("Age")).isEqualTo("3");
        assertThat(response.getHeader("Cache-Control")).isEqualTo("max-age=8, public, stale-while-revalidate=30");
        assertThat(response.getHeader("Cache-Status")).isEqualTo("sluice; hit");
    }

    @Test
    void whoKnowsTheVersionIsToldSo() throws ServletException, IOException {
        MockHttpServletRequest request = get(PATH);
        request.addHeader("If-None-Match", "\"v6\", \"v7\"");

        pass(request);

        assertThat(isLeftToOthers()).isFalse();
        assertThat(response.getStatus()).isEqualTo(304);
        assertThat(response.getContentAsByteArray()).isEmpty();
        assertThat(response.getHeader("ETag")).isEqualTo("\"v7\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/json"})
    void whoAsksForJsonGetsIt(String accepted) throws ServletException, IOException {
        MockHttpServletRequest request = get(PATH);
        request.addHeader("Accept", accepted);

        pass(request);

        assertThat(isLeftToOthers()).isFalse();
    }

    @Test
    void theRequestIsMeasuredUnderItsRoute() throws ServletException, IOException {
        MockHttpServletRequest request = get(PATH);
        var measured = new ServerRequestObservationContext(request, response);
        request.setAttribute(ServerHttpObservationFilter.class.getName() + ".context", measured);

        pass(request);

        assertThat(measured.getPathPattern()).isEqualTo(ROUTE);
    }

    @ParameterizedTest
    @MethodSource
    void everythingElseGoesItsWay(MockHttpServletRequest request) throws ServletException, IOException {
        pass(request);

        assertThat(isLeftToOthers()).isTrue();
        assertThat(response.getContentAsByteArray()).isEmpty();
        assertThat(response.getHeaderNames()).isEmpty();
    }

    static Stream<MockHttpServletRequest> everythingElseGoesItsWay() {
        MockHttpServletRequest otherType = get(PATH);
        otherType.addHeader("Accept", "text/html");
        return Stream.of(
                otherType,
                new MockHttpServletRequest("HEAD", PATH),
                new MockHttpServletRequest("DELETE", PATH),
                get("/v1/things/" + new UUID(3, 4) + "/report"),
                get("/v1/things/" + KNOWN),
                get("/v1/things/" + KNOWN + "/report/"),
                get("/v1/things//report"),
                get("/v1/things/report"),
                get("/v1/things/1-2-3-4-5/report"),
                get("/v1/things/" + KNOWN + "/more/report"),
                get("/x/v1/things/" + KNOWN + "/report"));
    }

    @Test
    void aRouteHasAnId() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new CachedRoute("/v1/things", ANSWER, id -> Optional.empty()));
    }

    private static CachedRoute route() {
        CachedValue value =
                new CachedValue("{}".getBytes(UTF_8), "v7", Duration.ofMillis(3_900), CacheStatus.LOCAL_HIT);
        return new CachedRoute(ROUTE, ANSWER, id -> Optional.of(value).filter(found -> id.equals(KNOWN)));
    }

    private static MockHttpServletRequest get(String path) {
        return new MockHttpServletRequest("GET", path);
    }

    private void pass(MockHttpServletRequest request) throws ServletException, IOException {
        filter.doFilter(request, response, chain);
    }

    private boolean isLeftToOthers() {
        return chain.getRequest() != null;
    }
}
