package dev.sluice.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.id.Ids;
import dev.sluice.domain.job.Backoff;
import dev.sluice.domain.job.GroupKey;
import dev.sluice.domain.job.InMemoryJobs;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.JobRequest;
import dev.sluice.domain.job.JobState;
import dev.sluice.domain.job.JobType;
import dev.sluice.domain.job.QueueName;
import dev.sluice.domain.job.RetryPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ApiTest
class JobBulkIT {

    private static final AtomicInteger TESTS = new AtomicInteger();
    private static final RetryPolicy ONCE = new RetryPolicy(1, Backoff.fixed(Duration.ZERO));

    private final ApiClient api;
    private final InMemoryJobs jobs;
    private final Ids ids;
    private final String queue = "bulk-" + TESTS.incrementAndGet();

    JobBulkIT(ApiClient api, InMemoryJobs jobs, Ids ids) {
        this.api = api;
        this.jobs = jobs;
        this.ids = ids;
    }

    /** A payload. */
    private record Nothing() {}

    private JobId sweep;
    private JobId dust;

    @BeforeEach
    void enqueueTwoJobs() {
        sweep = enqueue("sweep", "ada");
        dust = enqueue("dust", "bob");
    }

    private JobId enqueue(String type, String group) {
        JobType<Nothing> jobType =
                new JobType<>(type, Nothing.class, new QueueName(queue), ONCE, Duration.ofMinutes(1));
        return jobs.enqueue(JobRequest.of(new JobId(ids.next()), jobType, new Nothing())
                .with(options -> options.group(new GroupKey(group))));
    }

    @Test
    void jobsAreCountedByQueueTypeAndState() {
        bulk("CANCEL", "\"queue\":\"QUEUE\",\"type\":\"dust\"", false);

        Answer counts = api.get("/v1/jobs/counts");

        assertThat(counts.status()).isEqualTo(200);
        assertThat(counts.header("Cache-Control")).isEqualTo("no-store");
        assertThat(counts.json()
                        .valueStream()
                        .filter(each -> each.at("/queue").asString().equals(queue)))
                .extracting(each -> each.at("/type").asString() + " "
                        + each.at("/state").asString() + " " + each.at("/jobs").asInt())
                .containsExactlyInAnyOrder("sweep AVAILABLE 1", "dust CANCELLED 1");
    }

    @Test
    void jobsAreListedByQueueAndGroup() {
        assertThat(api.get("/v1/jobs?queue=" + queue).texts("/items", "type"))
                .containsExactlyInAnyOrder("sweep", "dust");
        assertThat(api.get("/v1/jobs?group=ada&queue=" + queue).texts("/items", "jobId"))
                .containsExactly(sweep.value().toString());
        assertThat(api.get("/v1/jobs?group=nobody").texts("/items", "jobId")).isEmpty();
    }

    @Test
    void aDryRunChangesNothing() {
        Answer answer = bulk("CANCEL", "\"queue\":\"QUEUE\"", true);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.header("Cache-Control")).isEqualTo("no-store");
        assertThat(answer.json()).hasToString("{\"matched\":2,\"changed\":0,\"dryRun\":true,\"more\":false}");
        assertThat(state(sweep)).isEqualTo(JobState.AVAILABLE);
    }

    @Test
    void jobsAreCancelledByFilter() {
        Answer answer = bulk(
                "CANCEL", "\"queue\":\"QUEUE\",\"state\":\"AVAILABLE\",\"type\":\"sweep\",\"group\":\"ada\"", false);

        assertThat(answer.json()).hasToString("{\"matched\":1,\"changed\":1,\"dryRun\":false,\"more\":false}");
        assertThat(state(sweep)).isEqualTo(JobState.CANCELLED);
        assertThat(state(dust)).isEqualTo(JobState.AVAILABLE);
    }

    @Test
    void jobsArePutOffAndHurriedUpByFilter() {
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);

        Answer putOff = post("""
                {"act":"RESCHEDULE","dueAt":"TIME","filter":{"queue":"QUEUE"},"dryRun":false}""".replace("TIME", tomorrow.toString()));

        assertThat(putOff.text("/changed")).isEqualTo("2");
        assertThat(jobs.find(dust).orElseThrow().times().dueAt()).isEqualTo(tomorrow);
        assertThat(bulk("PROMOTE", "\"queue\":\"QUEUE\"", false).text("/changed"))
                .isEqualTo("2");
        assertThat(state(dust)).isEqualTo(JobState.AVAILABLE);
        assertThat(bulk("RETRY", "\"queue\":\"QUEUE\"", false).text("/changed")).isEqualTo("0");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "\"act\":\"CANCEL\",\"filter\":{},\"dryRun\":false | /filter",
                "\"act\":\"CANCEL\",\"filter\":{\"state\":null,\"type\":null},\"dryRun\":false | /filter",
                "\"act\":\"CANCEL\",\"filter\":null,\"dryRun\":false | /filter",
                "\"act\":\"CANCEL\",\"dryRun\":false | /filter",
                "\"act\":\"CANCEL\",\"filter\":[],\"dryRun\":false | /filter",
                "\"act\":\"CANCEL\",\"filter\":{\"queue\":\"QUEUE\",\"id\":1},\"dryRun\":false | /filter/id",
                "\"act\":\"CANCEL\",\"filter\":{\"queue\":\"QUEUE\",\"state\":\"LOST\"},\"dryRun\":false | /filter/state",
                "\"act\":\"CANCEL\",\"filter\":{\"queue\":\"QUEUE\",\"state\":0},\"dryRun\":false | /filter/state",
                "\"act\":\"CANCEL\",\"filter\":{\"queue\":\"QUEUE\",\"state\":\"\"},\"dryRun\":false | /filter/state",
                "\"act\":\"CANCEL\",\"filter\":{\"queue\":\"NO\"},\"dryRun\":false | /filter/queue",
                "\"act\":\"CANCEL\",\"filter\":{\"queue\":\"\"},\"dryRun\":false | /filter/queue",
                "\"act\":\"CANCEL\",\"filter\":{\"queue\":\"QUEUE\",\"type\":\"a b\"},\"dryRun\":false | /filter/type",
                "\"act\":\"CANCEL\",\"filter\":{\"queue\":\"QUEUE\",\"type\":1},\"dryRun\":false | /filter/type",
                "\"act\":\"CANCEL\",\"filter\":{\"queue\":\"QUEUE\",\"group\":\"\"},\"dryRun\":false | /filter/group",
                "\"act\":\"CANCEL\",\"filter\":{\"queue\":\"QUEUE\",\"group\":\"\\u0000\"},\"dryRun\":false | /filter/group",
                "\"act\":\"CANCEL\",\"filter\":{\"queue\":\"QUEUE\",\"group\":\"\\ud800\"},\"dryRun\":false | /filter/group",
                "\"act\":\"LOSE\",\"filter\":{\"queue\":\"QUEUE\"},\"dryRun\":false | /act",
                "\"act\":1,\"filter\":{\"queue\":\"QUEUE\"},\"dryRun\":false | /act",
                "\"act\":null,\"filter\":{\"queue\":\"QUEUE\"},\"dryRun\":false | /act",
                "\"filter\":{\"queue\":\"QUEUE\"},\"dryRun\":false | /act",
                "\"act\":\"CANCEL\",\"filter\":{\"queue\":\"QUEUE\"} | /dryRun",
                "\"act\":\"CANCEL\",\"filter\":{\"queue\":\"QUEUE\"},\"dryRun\":null | /dryRun",
                "\"act\":\"CANCEL\",\"filter\":{\"queue\":\"QUEUE\"},\"dryRun\":\"no\" | /dryRun",
                "\"act\":\"CANCEL\",\"filter\":{\"queue\":\"QUEUE\"},\"dryRun\":0 | /dryRun",
                "\"act\":\"RESCHEDULE\",\"filter\":{\"queue\":\"QUEUE\"},\"dryRun\":false | /dueAt",
                "\"act\":\"RESCHEDULE\",\"dueAt\":\"soon\",\"filter\":{\"queue\":\"QUEUE\"},\"dryRun\":false | /dueAt",
                "\"act\":\"CANCEL\",\"dueAt\":\"2026-12-01T00:00:00Z\",\"filter\":{\"queue\":\"QUEUE\"},\"dryRun\":false"
                        + " | /dueAt",
            })
    void whatCannotBeMeantIsRefusedWithItsFieldNamed(String fields, String pointer) {
        Answer answer = post("{" + fields + "}").isProblem(400, "invalid-request");

        assertThat(answer.texts("/errors", "pointer")).containsExactly(pointer);
        assertThat(state(sweep)).isEqualTo(JobState.AVAILABLE);
    }

    @Test
    void aGroupOfTooManyCharactersIsRefused() {
        String longest = "\uD83D\uDC1D".repeat(100);

        assertThat(bulk("CANCEL", "\"group\":\"" + longest + "\"", true).status())
                .isEqualTo(200);
        bulk("CANCEL", "\"group\":\"" + longest + "x\"", true).isProblem(400, "invalid-request");
    }

    private JobState state(JobId job) {
        return jobs.find(job).orElseThrow().state();
    }

    private Answer bulk(String act, String filter, boolean dryRun) {
        return post("{\"act\":\"" + act + "\",\"filter\":{" + filter + "},\"dryRun\":" + dryRun + "}");
    }

    private Answer post(String body) {
        return api.post("/v1/jobs/bulk", body.replace("QUEUE", queue));
    }
}
