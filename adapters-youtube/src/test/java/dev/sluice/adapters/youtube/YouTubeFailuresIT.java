package dev.sluice.adapters.youtube;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.sluice.domain.channel.ChannelSource;
import dev.sluice.domain.channel.SourceAnswer;
import dev.sluice.domain.channel.YouTubeChannelId;
import dev.sluice.domain.failure.FinalFailure;
import dev.sluice.domain.failure.RetryableFailure;
import dev.sluice.embedded.youtube.FakeYouTube;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class YouTubeFailuresIT {

    private static final YouTubeChannelId CHANNEL = new YouTubeChannelId("UCabcdefghijklmnopqrstuv");

    @Test
    void aWrongKeyIsFinalAndNotTold() {
        try (FakeYouTube youTube = FakeYouTube.start()) {
            assertThat(failureAt(youTube.uri(), "wrong-secret"))
                    .isInstanceOf(FinalFailure.class)
                    .satisfies(failure -> assertThat(trace(failure)).doesNotContain("wrong-secret"));
        }
    }

    @ParameterizedTest
    @CsvSource({"400, keyInvalid", "401, authError", "403, forbidden", "403, accessNotConfigured", "403, channelClosed"
    })
    void aRefusalForGoodIsFinal(int status, String reason) throws IOException {
        assertThat(failureOn(status, error(reason))).isInstanceOf(FinalFailure.class);
    }

    @ParameterizedTest
    @CsvSource({
        "403, rateLimitExceeded",
        "403, userRateLimitExceeded",
        "408, timeout",
        "429, tooMany",
        "500, backendError",
        "503, unavailable"
    })
    void aRefusalForNowMayBeTriedAgain(int status, String reason) throws IOException {
        assertThat(failureOn(status, error(reason))).isInstanceOf(RetryableFailure.class);
    }

    @ParameterizedTest
    @CsvSource({"403, quotaExceeded", "403, dailyLimitExceeded", "429, quotaExceeded"})
    void aQuotaThatIsUsedUpComesBackWithTheNextDay(int status, String reason) throws IOException {
        assertThat(answerOn(status, Map.of(), error(reason)))
                .isInstanceOfSatisfying(
                        SourceAnswer.NotNow.class,
                        later -> assertThat(later.delay()).isPositive().isLessThan(Duration.ofHours(26)));
    }

    @ParameterizedTest
    @CsvSource({"403, rateLimitExceeded", "429, tooMany", "503, unavailable"})
    void whatYouTubeAsksToWaitIsWaited(int status, String reason) throws IOException {
        assertThat(answerOn(status, Map.of("Retry-After", "90"), error(reason)))
                .isEqualTo(new SourceAnswer.NotNow(Duration.ofSeconds(90), "YouTube asks to wait"));
    }

    @ParameterizedTest
    @CsvSource({"0, PT1S", "999999999, PT24H"})
    void aWaitIsKeptWithinBounds(String seconds, Duration delay) throws IOException {
        assertThat(answerOn(429, Map.of("Retry-After", seconds), ""))
                .isEqualTo(new SourceAnswer.NotNow(delay, "YouTube asks to wait"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"soon", "-1", "Fri, 31 Dec 1999 23:59:59 GMT", "99999999999999999999"})
    void aWaitThatIsNotInSecondsIsLeftToTheJob(String wait) throws IOException {
        assertThatThrownBy(() -> answerOn(429, Map.of("Retry-After", wait), "")).isInstanceOf(RetryableFailure.class);
    }

    @Test
    void aRefusalForGoodIsNotWaitedFor() throws IOException {
        assertThatThrownBy(() -> answerOn(403, Map.of("Retry-After", "90"), error("forbidden")))
                .isInstanceOf(FinalFailure.class);
    }

    @Test
    void aChannelThatIsNotFoundAtAllIsFinal() throws IOException {
        assertThat(failureOn(404, error("notFound"))).isInstanceOf(FinalFailure.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "<html>Sign in</html>", "{\"items\":", "[]", "{\"items\":[{}]}"})
    void anAnswerThatCannotBeReadMayBeMended(String body) throws IOException {
        assertThat(failureOn(200, body)).isInstanceOf(RetryableFailure.class);
    }

    @Test
    void anAnswerWithUnknownFieldsIsRead() throws IOException {
        assertThat(failureOn(200, "{\"new\":1,\"items\":[{\"new\":{},\"snippet\":{\"title\":\"T\",\"new\":[]}}]}"))
                .isNull();
    }

    @Test
    void aServerThatFallsSilentIsNotWaitedForLong() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 10, InetAddress.getLoopbackAddress())) {
            long start = System.nanoTime();
            assertThat(failureAt(at(silent.getLocalPort()), "key", Duration.ofMillis(300)))
                    .isInstanceOf(RetryableFailure.class);
            assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(4));
        }
    }

    @Test
    void aServerThatIsNotThereMayComeBack() throws IOException {
        assertThat(failureAt(at(closedPort()), "secret-key"))
                .isInstanceOf(RetryableFailure.class)
                .satisfies(failure -> assertThat(trace(failure)).doesNotContain("secret-key"));
    }

    @Test
    void theKeyIsInNoUri() throws IOException {
        List<String> uris = new CopyOnWriteArrayList<>();
        HttpServer server =
                answering(exchange -> uris.add(exchange.getRequestURI().toString()), 500, "");
        failureAt(at(server.getAddress().getPort()), "secret-key");
        server.stop(0);
        assertThat(uris).singleElement().asString().doesNotContain("secret-key");
    }

    @Test
    void aListingThatNeverEndsIsNotFollowedForEver() throws IOException {
        List<String> calls = new CopyOnWriteArrayList<>();
        String body = """
                {"nextPageToken": "again", "items": [{"id": "v", "snippet": {"title": "T", "publishedAt": "2026-01-01T00:00:00Z"},
                "contentDetails": {"videoId": "v", "relatedPlaylists": {"uploads": "UU"}}}]}""";
        HttpServer server =
                answering(exchange -> calls.add(exchange.getRequestURI().getPath()), 200, body);
        assertThat(failureAt(at(server.getAddress().getPort()), "key")).isNull();
        server.stop(0);
        assertThat(calls).filteredOn(path -> path.endsWith("playlistItems")).hasSize(400);
    }

    private static Throwable failureOn(int status, String body) throws IOException {
        return catchThrowable(() -> answerOn(status, Map.of(), body));
    }

    private static SourceAnswer answerOn(int status, Map<String, String> headers, String body) throws IOException {
        HttpServer server = answering(exchange -> headers.forEach(exchange.getResponseHeaders()::set), status, body);
        try {
            URI api = at(server.getAddress().getPort());
            return Sources.at(api, "key", Duration.ofSeconds(10)).fetch(CHANNEL, percent -> {});
        } finally {
            server.stop(0);
        }
    }

    private static Throwable failureAt(URI api, String key) {
        return failureAt(api, key, Duration.ofSeconds(10));
    }

    private static Throwable failureAt(URI api, String key, Duration readTimeout) {
        ChannelSource source = Sources.at(api, key, readTimeout);
        return catchThrowable(() -> source.fetch(CHANNEL, percent -> {}));
    }

    private static HttpServer answering(Observer observer, int status, String body) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            observer.see(exchange);
            answer(exchange, status, body.getBytes(StandardCharsets.UTF_8));
        });
        server.start();
        return server;
    }

    private static void answer(HttpExchange exchange, int status, byte[] body) throws IOException {
        try (exchange) {
            exchange.getResponseHeaders().set("Content-Type", "application/json; charset=UTF-8");
            exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
            exchange.getResponseBody().write(body);
        }
    }

    private static String error(String reason) {
        return "{\"error\": {\"errors\": [{\"reason\": \"" + reason + "\"}]}}";
    }

    private static URI at(int port) {
        return URI.create("http://127.0.0.1:" + port);
    }

    private static int closedPort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private static String trace(Throwable failure) {
        StringWriter trace = new StringWriter();
        failure.printStackTrace(new PrintWriter(trace));
        return trace.toString();
    }

    /** Sees each request before it is answered. */
    @FunctionalInterface
    private interface Observer {
        void see(HttpExchange exchange);
    }
}
