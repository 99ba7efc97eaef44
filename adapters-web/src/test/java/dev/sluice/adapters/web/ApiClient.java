package dev.sluice.adapters.web;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.core.env.Environment;

/** A client of the API under test, which sees to it that all answers are as they are described. */
final class ApiClient {

    private static final String JSON = "application/json";
    private static final ApiDescription DESCRIPTION = ApiDescription.committed();

    private final Environment environment;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final @Nullable String key;

    /** @param key the API key that it sends, or null for none */
    ApiClient(Environment environment, @Nullable String key) {
        this.environment = environment;
        this.key = key;
    }

    /** A client with another key. */
    ApiClient with(@Nullable String other) {
        return new ApiClient(environment, other);
    }

    @Nullable
    String key() {
        return key;
    }

    int port() {
        return environment.getRequiredProperty("local.server.port", Integer.class);
    }

    Answer get(String path, String... headers) {
        return send("GET", path, BodyPublishers.noBody(), headers);
    }

    Answer post(String path, String json, String... headers) {
        return send("POST", path, BodyPublishers.ofString(json), with("Content-Type", JSON, headers));
    }

    Answer patch(String path, String json, String... headers) {
        return send(
                "PATCH",
                path,
                BodyPublishers.ofString(json),
                with("Content-Type", "application/merge-patch+json", headers));
    }

    Answer delete(String path) {
        return send("DELETE", path, BodyPublishers.noBody());
    }

    Answer send(String method, String path, BodyPublisher body, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port() + path))
                .timeout(Duration.ofSeconds(20))
                .method(method, body);
        if (key != null) {
            request.header("Authorization", "Bearer " + key);
        }
        for (int index = 0; index < headers.length; index += 2) {
            request.header(headers[index], headers[index + 1]);
        }
        Answer answer = send(request.build());
        if (path.startsWith("/v1/") && !List.of("HEAD", "OPTIONS").contains(method)) {
            DESCRIPTION.check(method, path, answer.status(), answer.header("Content-Type"), answer.body());
        }
        return answer;
    }

    private Answer send(HttpRequest request) {
        try {
            return new Answer(http.send(request, HttpResponse.BodyHandlers.ofByteArray()));
        } catch (IOException e) {
            throw new AssertionError("no answer to " + request, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError("interrupted", e);
        }
    }

    private static String[] with(String name, String value, String[] headers) {
        String[] all = new String[headers.length + 2];
        all[0] = name;
        all[1] = value;
        System.arraycopy(headers, 0, all, 2, headers.length);
        return all;
    }
}
