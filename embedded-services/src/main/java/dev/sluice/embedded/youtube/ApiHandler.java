package dev.sluice.embedded.youtube;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/** Serves the API over HTTP: checks the key, plays faults, answers, and says 304 to who has the answer already. */
final class ApiHandler implements HttpHandler {
    private final String apiKey;
    private final Answers answers;
    private final Faults faults;
    private final CallCounts counts;

    ApiHandler(String apiKey, Answers answers, Faults faults, CallCounts counts) {
        this.apiKey = apiKey;
        this.answers = answers;
        this.faults = faults;
        this.counts = counts;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            respond(exchange);
        }
    }

    private void respond(HttpExchange exchange) throws IOException {
        try {
            ApiCall call = ApiCall.of(exchange.getRequestURI());
            counts.add(call.resource());
            succeed(exchange, answer(exchange, call));
        } catch (RefusedCall refused) {
            send(exchange, refused.error().code(), refused.error().body());
        }
    }

    private ObjectNode answer(HttpExchange exchange, ApiCall call) {
        if (!exchange.getRequestMethod().equals("GET")) {
            throw new RefusedCall(ApiError.methodNotAllowed());
        }
        checkKey(call, exchange.getRequestHeaders());
        faults.next().ifPresent(failure -> {
            throw new RefusedCall(ApiError.of(failure));
        });
        ObjectNode body = answers.to(call);
        faults.strip(body);
        body.put("etag", Etag.of(body));
        return body;
    }

    private void checkKey(ApiCall call, Headers headers) {
        String key = call.optional("key").orElse(headers.getFirst("X-Goog-Api-Key"));
        if (key == null) {
            throw new RefusedCall(ApiError.missingKey());
        }
        if (!key.equals(apiKey)) {
            throw new RefusedCall(ApiError.wrongKey());
        }
    }

    private void succeed(HttpExchange exchange, ObjectNode body) throws IOException {
        String etag = '"' + body.get("etag").stringValue() + '"';
        exchange.getResponseHeaders().set("ETag", etag);
        if (etag.equals(exchange.getRequestHeaders().getFirst("If-None-Match"))) {
            exchange.sendResponseHeaders(304, -1);
        } else {
            send(exchange, 200, body);
        }
    }

    private static void send(HttpExchange exchange, int status, JsonNode body) throws IOException {
        byte[] content = body.toString().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json; charset=UTF-8");
        exchange.sendResponseHeaders(status, content.length);
        exchange.getResponseBody().write(content);
    }
}
