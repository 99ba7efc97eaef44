package dev.sluice.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.catalogue.Creator;
import dev.sluice.domain.catalogue.SampleShop;
import dev.sluice.domain.channel.Channel;
import dev.sluice.domain.channel.ChannelId;
import dev.sluice.domain.channel.YouTubeChannelId;
import dev.sluice.domain.job.ClaimedJob;
import dev.sluice.domain.job.DispatcherTerm;
import dev.sluice.domain.job.GroupKey;
import dev.sluice.domain.job.InMemoryJobs;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.JobState;
import dev.sluice.domain.job.Lane;
import dev.sluice.domain.job.LaneShare;
import dev.sluice.domain.job.LaneShares;
import dev.sluice.domain.job.QueueName;
import dev.sluice.domain.job.Settlement;
import dev.sluice.domain.job.WorkerId;
import dev.sluice.domain.job.WorkerOffer;
import dev.sluice.domain.repository.InMemoryRepositories;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ApiTest
class JobsIT {

    private static final Duration LEASE = Duration.ofMinutes(1);

    private final ApiClient api;
    private final InMemoryRepositories shop;
    private final InMemoryJobs jobs;
    private final Creator creator = SampleShop.creator();
    private final ChannelId channel = new ChannelId(UUID.randomUUID());

    JobsIT(ApiClient api, InMemoryRepositories shop, InMemoryJobs jobs) {
        this.api = api;
        this.shop = shop;
        this.jobs = jobs;
    }

    @BeforeEach
    void openTheShop() {
        shop.transactions().run(() -> {
            shop.creators().add(creator);
            shop.channels().add(new Channel(channel, creator.id(), new YouTubeChannelId("UC" + "x".repeat(22))));
        });
    }

    @Test
    void aSynchronisationIsQueuedAsAJob() {
        Answer queued = sync();

        assertThat(queued.status()).isEqualTo(202);
        assertThat(queued.header("Location")).isEqualTo("/v1/jobs/" + queued.text("/jobId"));
        assertThat(queued.text("/type")).isEqualTo("refresh-channel");
        assertThat(queued.text("/state")).isEqualTo("AVAILABLE");
        assertThat(queued.text("/requestId")).isEqualTo(queued.header("X-Request-Id"));
        assertThat(api.get(queued.header("Location")).json()).isEqualTo(queued.json());
    }

    @Test
    void anUnknownChannelIsNotSynchronised() {
        api.send("POST", "/v1/channels/" + UUID.randomUUID() + "/sync", BodyPublishers.noBody())
                .isProblem(404, "not-found");
    }

    @Test
    void jobsAreListedByStateAndType() {
        String id = sync().text("/jobId");

        assertThat(api.get("/v1/jobs?state=AVAILABLE&type=refresh-channel&limit=100")
                        .texts("/items", "jobId"))
                .contains(id);
        assertThat(api.get("/v1/jobs?state=DEAD").texts("/items", "jobId")).doesNotContain(id);
        assertThat(api.get("/v1/jobs?type=process-sync").texts("/items", "jobId"))
                .doesNotContain(id);
    }

    @Test
    void aJobIsCancelledOnce() {
        String path = sync().header("Location");

        Answer cancelled = post(path + "/cancel");

        assertThat(cancelled.status()).isEqualTo(200);
        assertThat(cancelled.text("/state")).isEqualTo("CANCELLED");
        post(path + "/cancel").isProblem(409, "wrong-state");
        post(path + "/retry").isProblem(409, "wrong-state");
    }

    @Test
    void aDeadJobIsRetried() {
        Answer queued = sync();
        finish(queued, JobState.DEAD, null, "gone");
        Answer dead = api.get(queued.header("Location"));
        assertThat(dead.text("/error")).isEqualTo("gone");
        assertThat(dead.texts("/failures", "error")).containsExactly("gone");

        Answer retried = post(queued.header("Location") + "/retry");

        assertThat(retried.status()).isEqualTo(200);
        assertThat(retried.text("/state")).isEqualTo("AVAILABLE");
    }

    @Test
    void aJobThatSucceededShowsItsResult() {
        Answer queued = sync();
        finish(queued, JobState.SUCCEEDED, Map.of("videos", 12), null);

        Answer succeeded = api.get(queued.header("Location"));

        assertThat(succeeded.text("/state")).isEqualTo("SUCCEEDED");
        assertThat(succeeded.text("/result/videos")).isEqualTo("12");
    }

    @Test
    void anUnknownJobIsNeitherRetriedNorCancelled() {
        post("/v1/jobs/" + UUID.randomUUID() + "/retry").isProblem(404, "not-found");
        post("/v1/jobs/" + UUID.randomUUID() + "/cancel").isProblem(404, "not-found");
    }

    @Test
    void aJobThatHasNotBegunIsRescheduledAndPromoted() {
        String path = sync().header("Location");
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.SECONDS);

        Answer later = send("POST", path + "/reschedule", "{\"dueAt\":\"" + tomorrow + "\"}");

        assertThat(later.status()).isEqualTo(200);
        assertThat(later.text("/state")).isEqualTo("SCHEDULED");
        assertThat(later.text("/dueAt")).isEqualTo(tomorrow.toString());
        assertThat(post(path + "/promote").text("/state")).isEqualTo("AVAILABLE");
        post(path + "/cancel");
        post(path + "/promote").isProblem(409, "wrong-state");
        send("POST", path + "/reschedule", "{}").isProblem(400, "invalid-request");
    }

    @Test
    void aQueueIsPausedAndResumed() {
        assertThat(api.get("/v1/queues/channels/paused").text("/paused")).isEqualTo("false");
        assertThat(put("/v1/queues/channels/paused", "{\"paused\":true}").text("/paused"))
                .isEqualTo("true");
        assertThat(api.get("/v1/queues/channels/paused").text("/paused")).isEqualTo("true");
        assertThat(put("/v1/queues/channels/paused", "{\"paused\":false}").status())
                .isEqualTo(200);
        assertThat(jobs.current().isEmpty()).isTrue();
    }

    @Test
    void aJobTypeIsPausedAndResumed() {
        put("/v1/job-types/refresh-channel/paused", "{\"paused\":true}");
        assertThat(api.get("/v1/job-types/refresh-channel/paused").text("/paused"))
                .isEqualTo("true");
        put("/v1/job-types/refresh-channel/paused", "{\"paused\":false}");
        assertThat(jobs.current().isEmpty()).isTrue();
    }

    @Test
    void whatIsNoPauseIsRefused() {
        put("/v1/queues/channels/paused", "{}").isProblem(400, "invalid-request");
        put("/v1/queues/channels/paused", "{\"paused\":null}").isProblem(400, "invalid-request");
        put("/v1/queues/NO/paused", "{\"paused\":true}").isProblem(400, "invalid-request");
        put("/v1/job-types/NO/paused", "{\"paused\":true}").isProblem(400, "invalid-request");
    }

    private Answer put(String path, String body) {
        return send("PUT", path, body);
    }

    private Answer send(String method, String path, String body) {
        return api.send(method, path, BodyPublishers.ofString(body), "Content-Type", "application/json");
    }

    private Answer sync() {
        return post("/v1/channels/" + channel.value() + "/sync");
    }

    private Answer post(String path) {
        return api.send("POST", path, BodyPublishers.noBody());
    }

    private void finish(Answer queued, JobState state, @Nullable Object result, @Nullable String error) {
        JobId id = new JobId(UUID.fromString(queued.text("/jobId")));
        WorkerId worker = WorkerId.random();
        QueueName queue = new QueueName("channels");
        jobs.register(worker, new WorkerOffer(Set.of(queue), 1), LEASE);
        DispatcherTerm term = jobs.lead(worker, LEASE).orElseThrow();
        LaneShare all = LaneShares.first(new Lane("refresh-channel", GroupKey.of(creator.id())), 1_000);
        ClaimedJob claimed = jobs.claim(jobs.dispatch(term, queue, List.of(all)), worker).stream()
                .filter(job -> job.dispatch().job().equals(id))
                .findAny()
                .orElseThrow();
        assertThat(jobs.settle(List.of(new Settlement.Finish(claimed, state, result, error))))
                .hasSize(1);
        jobs.resign(worker);
    }
}
