package dev.sluice.bench.compare;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;

/** Single requests, which must be answered well. */
final class Http {

    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final int FAILURE = 500;
    private static final int ATTEMPTS = 5;
    private static final long PAUSE_NANOS = 200_000_000;
    private static final HttpClient CLIENT =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    private Http() {}

    /** How many bytes the answer has. */
    static int size(URI uri) {
        return good(send(HttpRequest.newBuilder(uri).timeout(LIMIT).GET().build())).length;
    }

    /** Posts again what is answered with a failure of the server, a few times; the key makes it one order. */
    static void post(URI uri, String json, String idempotencyKey, String apiKey) {
        HttpRequest request = HttpRequest.newBuilder(uri)
                .timeout(LIMIT)
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .header("Authorization", "Bearer " + apiKey)
                .POST(BodyPublishers.ofString(json))
                .build();
        int attempt = 1;
        HttpResponse<byte[]> answer = send(request);
        while (answer.statusCode() >= FAILURE && attempt++ < ATTEMPTS) {
            LockSupport.parkNanos(PAUSE_NANOS);
            answer = send(request);
        }
        good(answer);
    }

    private static byte[] good(HttpResponse<byte[]> answer) {
        if (answer.statusCode() / 100 != 2) {
            throw new IllegalStateException(answer.request() + " was answered with " + answer.statusCode() + ": "
                    + new String(answer.body(), UTF_8));
        }
        return answer.body();
    }

    private static HttpResponse<byte[]> send(HttpRequest request) {
        try {
            return CLIENT.send(request, BodyHandlers.ofByteArray());
        } catch (IOException e) {
            throw new UncheckedIOException("No answer to " + request, e);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for " + request, stopped);
        }
    }
}
