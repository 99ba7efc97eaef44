package dev.sluice.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.sluice.application.job.event.JobEventHub;
import dev.sluice.domain.job.JobEvent;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.JobState;
import dev.sluice.domain.job.QueueName;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

@Timeout(120)
class JobEventsIT {

    private static final String PATH = "/v1/jobs/events";
    private static final String ACCEPT = "Accept";
    private static final String STREAM = "text/event-stream";

    @SuppressWarnings("NullAway.Init")
    private ConfigurableApplicationContext process;

    /** Room for two streams, and a server that waits for its requests for longer than this test may take. */
    @BeforeEach
    void start() {
        process = new SpringApplicationBuilder(TestApi.class)
                .run(
                        "--server.port=0",
                        "--server.shutdown=graceful",
                        "--spring.lifecycle.timeout-per-shutdown-phase=10m",
                        "--sluice.web.job-events.streams=2",
                        "--sluice.web.job-events.heartbeat=100ms");
    }

    @AfterEach
    void stop() {
        process.close();
    }

    @Test
    void aStreamBeginsAtOnceAndSaysWhenToComeAgain() throws Exception {
        try (EventStreamReader stream = open(PATH)) {
            assertThat(stream.response().statusCode()).isEqualTo(200);
            assertThat(stream.header("Content-Type")).startsWith(STREAM);
            assertThat(stream.header("Cache-Control")).isEqualTo("no-store");
            assertThat(stream.header("X-Request-Id")).isNotBlank();
            assertThat(stream.next()).containsExactly("retry: 2000");
        }
    }

    @Test
    void anEventIsSentAsADocument() throws Exception {
        JobEvent event = event("mails", "send-mail");
        try (EventStreamReader stream = open(PATH)) {
            stream.next();

            hub().pass(List.of(event));

            assertThat(stream.nextEvent())
                    .containsExactly(
                            "event: job",
                            "data: {\"jobId\":\"" + event.id().value()
                                    + "\",\"type\":\"send-mail\",\"queue\":\"mails\",\"state\":\"RUNNING\","
                                    + "\"attempt\":1,\"at\":\"2026-03-01T12:00:00Z\"}");
        }
    }

    @Test
    void aFilterLetsThroughWhatItNames() throws Exception {
        JobEvent other = event("mails", "send-letter");
        JobEvent wanted = event("mails", "send-mail");
        String filter = "?queue=mails&type=send-mail&job=" + wanted.id().value();
        try (EventStreamReader stream = open(PATH + filter)) {
            stream.next();

            hub().pass(List.of(other, wanted));

            assertThat(stream.nextEvent())
                    .last()
                    .asString()
                    .contains(wanted.id().value().toString());
        }
    }

    @Test
    void aFilterThatNamesNothingIsRefused() {
        for (String filter : List.of("queue=NO", "type=NO", "job=1")) {
            Answer refused = api().get(PATH + "?" + filter, ACCEPT, STREAM);
            refused.isProblem(400, "invalid-request");
            assertThat(refused.texts("/errors", "parameter")).containsExactly(filter.substring(0, filter.indexOf('=')));
        }
    }

    @Test
    void aGapIsAnEventThatClientsNotice() throws Exception {
        try (EventStreamReader stream = open(PATH)) {
            stream.next();

            hub().passGap();

            assertThat(stream.nextEvent()).containsExactly("event: gap", "data: {}");
        }
    }

    @Test
    void aSilentStreamIsKeptAlive() throws Exception {
        try (EventStreamReader stream = open(PATH)) {
            stream.next();

            assertThat(stream.next()).containsExactly(":");
        }
    }

    @Test
    void noMoreClientsListenThanMayUntilOneLeaves() throws Exception {
        try (EventStreamReader first = open(PATH);
                EventStreamReader second = open(PATH)) {
            Answer refused = api().get(PATH, ACCEPT, STREAM);
            refused.isProblem(503, "unavailable");
            assertThat(refused.header("Retry-After")).isEqualTo("5");

            first.close();

            await().atMost(Duration.ofSeconds(30)).until(() -> {
                try (EventStreamReader third = open(PATH)) {
                    return third.response().statusCode() == 200;
                }
            });
            assertThat(second.response().statusCode()).isEqualTo(200);
        }
    }

    @Test
    void whoAsksForTheHeadersAloneIsNotKeptWaiting() {
        Answer head = api().send("HEAD", PATH, BodyPublishers.noBody(), ACCEPT, STREAM);

        assertThat(head.status()).isEqualTo(200);
        assertThat(head.header("Content-Type")).startsWith(STREAM);
        assertThat(hub().isIdle()).isTrue();
    }

    @Test
    void openStreamsDoNotKeepTheProcessFromStopping() throws Exception {
        try (EventStreamReader stream = open(PATH)) {
            stream.next();

            process.close();

            assertThat(stream.nextEvent()).isNull();
        }
    }

    @Test
    void aStreamEndsOnceItsKeyIsRevoked() throws Exception {
        Answer key = api().post("/v1/api-keys", "{\"label\": \"Console\", \"scopes\": [\"operations\"]}");
        try (EventStreamReader stream = open(PATH, key.text("/key"))) {
            stream.next();

            assertThat(api().delete(key.header("Location")).status()).isEqualTo(204);

            assertThat(stream.nextEvent()).isNull();
        }
    }

    private EventStreamReader open(String path) throws Exception {
        return open(path, api().key());
    }

    private EventStreamReader open(String path, @Nullable String key) throws Exception {
        return EventStreamReader.open(api().port(), path, key);
    }

    private ApiClient api() {
        return process.getBean(ApiClient.class);
    }

    private JobEventHub hub() {
        return process.getBean(JobEventHub.class);
    }

    private static JobEvent event(String queue, String type) {
        return new JobEvent(
                new JobId(UUID.randomUUID()),
                type,
                new QueueName(queue),
                JobState.RUNNING,
                1,
                Instant.parse("2026-03-01T12:00:00Z"));
    }
}
