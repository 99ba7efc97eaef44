package dev.sluice.application.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.application.job.StepwiseEngine;
import dev.sluice.domain.channel.Channel;
import dev.sluice.domain.channel.ChannelId;
import dev.sluice.domain.channel.InMemoryChannelSource;
import dev.sluice.domain.id.Ids;
import dev.sluice.domain.job.InMemoryJobQueue;
import dev.sluice.domain.job.InMemoryJobs;
import dev.sluice.domain.job.Job;
import dev.sluice.domain.job.JobFilter;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.JobState;
import dev.sluice.domain.page.PageRequest;
import dev.sluice.domain.repository.InMemoryRepositories;
import dev.sluice.domain.time.SettableClock;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RequestChannelSyncTest {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T12:00:00Z"));
    private final InMemoryRepositories repositories = InMemoryRepositories.empty(clock);
    private final InMemoryJobs jobs = new InMemoryJobs(clock);
    private final InMemoryJobQueue queue = new InMemoryJobQueue(Set.of(RefreshChannelPayload.TYPE.queue()));
    private final Channel channel = SampleChannel.stored(repositories);
    private final RequestChannelSync requesting =
            new RequestChannelSync(repositories.transactions(), repositories.channels(), jobs, queue, new Ids(clock));

    @Test
    void aRequestQueuesOneJobOfItsType() {
        JobId id = requesting.request(channel.id()).orElseThrow();
        Job job = jobs.find(id).orElseThrow();
        assertThat(job.type()).isEqualTo("refresh-channel");
        assertThat(job.state()).isEqualTo(JobState.AVAILABLE);
        assertThat(job.attempts()).isEqualTo(3);
        assertThat(allJobs()).hasSize(1);
    }

    @Test
    void theJobSynchronisesTheChannel() {
        InMemoryChannelSource source = new InMemoryChannelSource();
        source.put(channel.youTubeId(), SampleChannel.snapshot(500));
        RefreshChannel handler = new RefreshChannel(repositories.channels(), source, key -> {}, clock);
        JobId job = requesting.request(channel.id()).orElseThrow();
        new StepwiseEngine(jobs, repositories.transactions(), List.of(handler), List.of())
                .runDue(RefreshChannelPayload.TYPE.queue());
        assertThat(jobs.find(job).orElseThrow().state()).isEqualTo(JobState.SUCCEEDED);
        assertThat(repositories
                        .channels()
                        .statistics(channel.id())
                        .orElseThrow()
                        .asOf())
                .isEqualTo(clock.instant());
    }

    @Test
    void theDispatcherIsWokenOnceTheJobHasCommitted() {
        repositories.transactions().run(() -> {
            requesting.request(channel.id());
            assertThat(queue.wakeUps()).isZero();
        });
        assertThat(queue.wakeUps()).isEqualTo(1);
    }

    @Test
    void forAnUnknownChannelNothingIsQueued() {
        assertThat(requesting.request(new ChannelId(new UUID(0, 1)))).isEmpty();
        assertThat(allJobs()).isEmpty();
        assertThat(queue.wakeUps()).isZero();
    }

    private List<Job> allJobs() {
        return jobs.list(new JobFilter(null, null), PageRequest.first(9)).items();
    }
}
