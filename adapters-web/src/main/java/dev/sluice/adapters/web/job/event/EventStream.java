package dev.sluice.adapters.web.job.event;

import dev.sluice.application.job.event.HeardEvents;
import jakarta.servlet.ServletOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import tools.jackson.databind.json.JsonMapper;

/** An answer of server-sent events, as the HTML standard defines them. */
record EventStream(ServletOutputStream out, JsonMapper mapper) {

    /** When a client that has lost the stream may come again. */
    private static final Duration RETRY = Duration.ofSeconds(2);

    void open() throws IOException {
        send("retry: " + RETRY.toMillis() + "\n\n");
    }

    /** Nothing is a comment, which keeps the stream alive. */
    void send(HeardEvents heard) throws IOException {
        send(heard.isNothing() ? ":\n\n" : text(heard));
    }

    private String text(HeardEvents heard) {
        StringBuilder text = new StringBuilder();
        if (heard.gap()) {
            // Clients pass over an event without data.
            text.append("event: gap\ndata: {}\n\n");
        }
        heard.events().stream()
                .map(JobEventDocument::of)
                .map(mapper::writeValueAsString)
                .forEach(data -> text.append("event: job\ndata: ").append(data).append("\n\n"));
        return text.toString();
    }

    private void send(String text) throws IOException {
        out.write(text.getBytes(StandardCharsets.UTF_8));
        out.flush();
    }
}
