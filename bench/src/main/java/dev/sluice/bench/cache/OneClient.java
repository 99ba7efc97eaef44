package dev.sluice.bench.cache;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;

/** A client with one connection that asks one thing after the other. */
final class OneClient implements AutoCloseable {

    /** How {@code Cache-Status} says that the value was cached. */
    static final String HIT = "sluice; hit";

    /** How it says that the value was read from the database. */
    static final String COLD = "sluice; fwd=";

    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI server;
    private final String key;

    /** @param key the API key with which it purges */
    OneClient(URI server, String key) {
        this.server = server;
        this.key = key;
    }

    /**
     * Reads and yields the milliseconds that it took until all bytes were here.
     *
     * @throws IllegalStateException if the answer did not come from where it should
     */
    double millis(String path, String origin) {
        HttpRequest request = request(path).GET().build();
        long start = System.nanoTime();
        HttpResponse<byte[]> answer = answer(request);
        double millis = (System.nanoTime() - start) / 1e6;
        String status = answer.headers().firstValue("Cache-Status").orElse("unknown");
        if (!status.startsWith(origin)) {
            throw new IllegalStateException(path + " came with " + status + " instead of " + origin);
        }
        return millis;
    }

    byte[] body(String path) {
        return answer(request(path).GET().build()).body();
    }

    /** Has the cache forget a value. */
    void purge(String value) {
        answer(request("/v1/cache/" + value)
                .header("Authorization", "Bearer " + key)
                .DELETE()
                .build());
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(server.resolve(path)).timeout(LIMIT);
    }

    private HttpResponse<byte[]> answer(HttpRequest request) {
        try {
            HttpResponse<byte[]> answer = http.send(request, BodyHandlers.ofByteArray());
            if (answer.statusCode() / 100 != 2) {
                throw new IllegalStateException(request + " was answered with " + answer.statusCode());
            }
            return answer;
        } catch (IOException e) {
            throw new UncheckedIOException("No answer to " + request, e);
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while waiting for " + request, stopped);
        }
    }

    @Override
    public void close() {
        http.shutdownNow();
    }
}
