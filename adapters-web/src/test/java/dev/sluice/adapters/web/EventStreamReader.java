package dev.sluice.adapters.web;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A client of a stream of server-sent events. */
record EventStreamReader(HttpResponse<InputStream> response, BufferedReader lines) implements AutoCloseable {

    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    static EventStreamReader open(int port, String path, @Nullable String key)
            throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                .header("Accept", "text/event-stream")
                .header("Authorization", "Bearer " + key)
                .build();
        HttpResponse<InputStream> response = HTTP.send(request, BodyHandlers.ofInputStream());
        return new EventStreamReader(
                response, new BufferedReader(new InputStreamReader(response.body(), StandardCharsets.UTF_8)));
    }

    String header(String name) {
        return response.headers().firstValue(name).orElse("");
    }

    /** The lines up to the next empty one, or null if the stream has ended. */
    @Nullable
    List<String> next() throws IOException {
        List<String> block = new ArrayList<>();
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            if (line.isEmpty()) {
                return block;
            }
            block.add(line);
        }
        return null;
    }

    /** Like {@link #next} past what only keeps the stream alive. */
    @Nullable
    List<String> nextEvent() throws IOException {
        List<String> block = next();
        while (block != null && block.getFirst().startsWith(":")) {
            block = next();
        }
        return block;
    }

    @Override
    public void close() throws IOException {
        response.body().close();
    }
}
