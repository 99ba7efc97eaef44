package dev.sluice.local.tour;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** The API as a client uses it. */
final class ShopApi {
    private static final Duration LIMIT = Duration.ofSeconds(10);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NORMAL)
            .connectTimeout(LIMIT)
            .build();
    private final URI base;
    private final String key;

    ShopApi(URI base, String key) {
        this.base = base;
        this.key = key;
    }

    ApiAnswer get(String path) {
        return send(to(path).GET().build());
    }

    ApiAnswer placeOrder(String idempotencyKey, String body) {
        return send(to("/v1/orders")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", idempotencyKey)
                .POST(BodyPublishers.ofString(body))
                .build());
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(base.resolve(path)).timeout(LIMIT).header("Authorization", "Bearer " + key);
    }

    private ApiAnswer send(HttpRequest request) {
        long start = System.nanoTime();
        try {
            HttpResponse<byte[]> response = client.send(request, BodyHandlers.ofByteArray());
            return new ApiAnswer(response, Duration.ofNanos(System.nanoTime() - start));
        } catch (IOException e) {
            throw new TourFailure("an answer to " + request.method() + " " + request.uri(), String.valueOf(e), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new TourFailure("an answer to " + request.method() + " " + request.uri(), "an interrupt", e);
        }
    }
}
