package dev.sluice.local.endtoend;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** A client that listens to the stream of job events and keeps what it hears. */
final class JobEventListener implements AutoCloseable {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final String DATA = "data: ";

    private final InputStream stream;
    private final Queue<JsonNode> heard = new ConcurrentLinkedQueue<>();

    private JobEventListener(InputStream stream) {
        this.stream = stream;
    }

    static JobEventListener open(HttpRequest.Builder stream) throws IOException, InterruptedException {
        HttpResponse<InputStream> response = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .build()
                .send(stream.build(), BodyHandlers.ofInputStream());
        if (response.statusCode() != 200) {
            throw new AssertionError("the stream was answered " + response.statusCode());
        }
        JobEventListener listener = new JobEventListener(response.body());
        Thread.ofVirtual().start(listener::listen);
        return listener;
    }

    private void listen() {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(DATA)) {
                    heard.add(JSON.readTree(line.substring(DATA.length())));
                }
            }
        } catch (IOException closed) {
            // It has heard enough.
        }
    }

    /** The states of a job, in the order in which it has heard of them. */
    List<String> states(UUID job) {
        return heard.stream()
                .filter(event -> event.path("jobId").asString("").equals(job.toString()))
                .map(event -> event.get("state").asString())
                .toList();
    }

    @Override
    public void close() throws IOException {
        stream.close();
    }
}
