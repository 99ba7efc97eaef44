package dev.sluice.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the API answered. */
record Answer(HttpResponse<byte[]> response) {

    private static final JsonMapper JSON = new JsonMapper();

    int status() {
        return response.statusCode();
    }

    byte[] bytes() {
        return response.body();
    }

    String body() {
        return new String(bytes(), StandardCharsets.UTF_8);
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    JsonNode json() {
        return JSON.readTree(bytes());
    }

    String text(String pointer) {
        return json().at(pointer).asString();
    }

    List<String> texts(String pointer, String field) {
        return json().at(pointer)
                .valueStream()
                .map(item -> item.path(field).asString())
                .toList();
    }

    /** Checks that this is a complete problem of a kind, and returns it. */
    Answer isProblem(int status, String type) {
        assertThat(status()).as(body()).isEqualTo(status);
        assertThat(header("Content-Type")).isEqualTo("application/problem+json");
        assertThat(header("Cache-Control")).isEqualTo("no-store");
        assertThat(text("/type")).isEqualTo("/problems/" + type);
        assertThat(json().at("/status").asInt()).isEqualTo(status);
        assertThat(text("/title")).isNotBlank();
        assertThat(text("/requestId")).isNotBlank().isEqualTo(header("X-Request-Id"));
        return this;
    }
}
