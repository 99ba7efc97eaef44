package dev.sluice.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What Tomcat refuses on its own is a problem as well. */
@ApiTest
class TomcatProblemsIT {

    private final ApiClient api;

    TomcatProblemsIT(ApiClient api) {
        this.api = api;
    }

    /** What a client sends, and the status that it gets. */
    record Raw(String what, String request, int status) {

        @Override
        public String toString() {
            return what;
        }
    }

    static Stream<Raw> malformed() {
        String host = "Host: localhost\r\nConnection: close\r\n\r\n";
        return Stream.of(
                new Raw("a request line that is none", "nonsense\r\n\r\n", 400),
                new Raw("a method with odd characters", "G{T / HTTP/1.1\r\n" + host, 400),
                new Raw("a path with odd characters", "GET /v1/{orders} HTTP/1.1\r\n" + host, 400),
                new Raw("a path with a broken escape", "GET /v1/%zz HTTP/1.1\r\n" + host, 400),
                new Raw("a path with an escaped slash", "GET /v1/orders%2F1 HTTP/1.1\r\n" + host, 400),
                new Raw("a path that leaves the root", "GET /../etc/passwd HTTP/1.1\r\n" + host, 400),
                new Raw("no host", "GET /v1/orders HTTP/1.1\r\n\r\n", 400),
                new Raw("another protocol", "GET /v1/orders HTTP/3.0\r\n" + host, 505),
                new Raw("large headers", "GET /v1/orders HTTP/1.1\r\nX: " + "x".repeat(20_000) + "\r\n" + host, 400),
                new Raw("a header without name", "GET /v1/orders HTTP/1.1\r\n: x\r\n" + host, 400),
                new Raw("a method that is switched off", "TRACE /v1/orders HTTP/1.1\r\n" + host, 405),
                new Raw("a method nobody knows", "BREW /v1/orders HTTP/1.1\r\n" + host, 405),
                new Raw("a negative length", "POST /v1/orders HTTP/1.1\r\nContent-Length: -1\r\n" + host, 400),
                new Raw(
                        "an unknown transfer coding",
                        "POST /v1/orders HTTP/1.1\r\nTransfer-Encoding: odd\r\n" + host,
                        501));
    }

    @ParameterizedTest
    @MethodSource("malformed")
    void whatTomcatRefusesIsAProblem(Raw raw) throws IOException {
        String answer = exchange(raw.request());

        assertThat(answer).startsWith("HTTP/1.1 " + raw.status() + " ");
        assertThat(answer)
                .contains("Content-Type: application/problem+json", "X-Request-Id: ", "Cache-Control: no-store");
        assertThat(answer)
                .contains("X-Content-Type-Options: nosniff", "Content-Security-Policy: default-src 'none'; frame-");
        assertThat(answer).contains("\"status\":" + raw.status(), "\"requestId\":\"");
        assertThat(answer).doesNotContain("<html", "Server:", "X-Powered-By:", "Tomcat");
    }

    private String exchange(String request) throws IOException {
        try (Socket socket = new Socket("localhost", api.port())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            socket.getOutputStream().flush();
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
