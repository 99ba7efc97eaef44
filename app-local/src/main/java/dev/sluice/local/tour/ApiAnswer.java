package dev.sluice.local.tour;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the API answered.
 *
 * @param took from sending the request to the last byte of the body
 */
record ApiAnswer(HttpResponse<byte[]> response, Duration took) {
    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int LONGEST_EXCERPT = 300;

    int status() {
        return response.statusCode();
    }

    byte[] body() {
        return response.body();
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("none");
    }

    /** @throws TourFailure if the answer is not the expected one */
    ApiAnswer expect(int status) {
        if (status() != status) {
            throw new TourFailure("status " + status + " for " + request(), status() + " " + excerpt());
        }
        return this;
    }

    JsonNode json() {
        try {
            return JSON.readTree(body());
        } catch (JacksonException e) {
            throw new TourFailure("JSON from " + request(), excerpt(), e);
        }
    }

    /** The body's text, shortened. */
    String excerpt() {
        String text = new String(body(), StandardCharsets.UTF_8).strip();
        return text.length() <= LONGEST_EXCERPT ? text : text.substring(0, LONGEST_EXCERPT) + "…";
    }

    private String request() {
        return response.request().method() + " " + response.request().uri().getPath();
    }
}
