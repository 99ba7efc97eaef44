package dev.sluice.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.catalogue.Creator;
import dev.sluice.domain.catalogue.SampleShop;
import dev.sluice.domain.channel.Channel;
import dev.sluice.domain.channel.ChannelId;
import dev.sluice.domain.channel.YouTubeChannelId;
import dev.sluice.domain.job.ClaimedJob;
import dev.sluice.domain.job.Dispatch;
import dev.sluice.domain.job.DispatcherTerm;
import dev.sluice.domain.job.InMemoryJobs;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.QueueName;
import dev.sluice.domain.job.WorkerId;
import dev.sluice.domain.repository.InMemoryRepositories;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ApiTest
class JobsIT {

    private static final Duration LEASE = Duration.ofMinutes(1);

    private final ApiClient api;
    private final InMemoryRepositories shop;
    private final InMemoryJobs jobs;
    private final ChannelId channel = new ChannelId(UUID.randomUUID());

    JobsIT(ApiClient api, InMemoryRepositories shop, InMemoryJobs jobs) {
        this.api = api;
        this.shop = shop;
        this.jobs = jobs;
    }

    @BeforeEach
    void openTheShop() {
        Creator creator = SampleShop.creator();
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
        bury(new JobId(UUID.fromString(queued.text("/jobId"))));
        assertThat(api.get(queued.header("Location")).text("/error")).isEqualTo("gone");

        Answer retried = post(queued.header("Location") + "/retry");

        assertThat(retried.status()).isEqualTo(200);
        assertThat(retried.text("/state")).isEqualTo("AVAILABLE");
    }

    @Test
    void anUnknownJobIsNeitherRetriedNorCancelled() {
        post("/v1/jobs/" + UUID.randomUUID() + "/retry").isProblem(404, "not-found");
        post("/v1/jobs/" + UUID.randomUUID() + "/cancel").isProblem(404, "not-found");
    }

    private Answer sync() {
        return post("/v1/channels/" + channel.value() + "/sync");
    }

    private Answer post(String path) {
        return api.send("POST", path, BodyPublishers.noBody());
    }

    private void bury(JobId id) {
        WorkerId worker = WorkerId.random();
        jobs.register(worker, LEASE);
        DispatcherTerm term = jobs.lead(worker, LEASE).orElseThrow();
        Dispatch dispatch = jobs.dispatchDue(term, new QueueName("channels"), 1_000).stream()
                .filter(due -> due.job().equals(id))
                .findAny()
                .orElseThrow();
        ClaimedJob claimed = jobs.claim(dispatch, worker).orElseThrow();
        assertThat(jobs.bury(claimed, "gone")).isTrue();
        jobs.resign(worker);
    }
}
