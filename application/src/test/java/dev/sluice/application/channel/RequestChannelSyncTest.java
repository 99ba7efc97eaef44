package dev.sluice.application.channel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.application.cache.InvalidateReads;
import dev.sluice.application.job.testkit.ManualEngine;
import dev.sluice.domain.access.Owner;
import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.channel.Channel;
import dev.sluice.domain.channel.ChannelId;
import dev.sluice.domain.channel.InMemoryChannelSource;
import dev.sluice.domain.channel.SourceAnswer;
import dev.sluice.domain.id.Ids;
import dev.sluice.domain.job.InMemoryJobQueue;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.JobState;
import dev.sluice.domain.repository.InMemoryRepositories;
import dev.sluice.domain.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class RequestChannelSyncTest {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T12:00:00Z"));
    private final InMemoryRepositories repositories = InMemoryRepositories.empty(clock);
    private final ManualEngine engine = new ManualEngine(clock, repositories.transactions());
    private final InMemoryJobQueue queue = new InMemoryJobQueue(Set.of(RefreshChannel.TYPE.queue()));
    private final Channel channel = SampleChannel.stored(repositories);
    private final RequestChannelSync requesting = new RequestChannelSync(
            engine.transactions(), repositories.channels(), engine.jobs(), queue, new Ids(clock));
    private final InvalidateReads invalidating = new InvalidateReads(
            engine.transactions(), repositories.pendingInvalidations(), wrong -> {}, new Ids(clock));

    @Test
    void aStrangersChannelIsUnknownAndItsOwnersIsNot() {
        Owner stranger = new Owner.Seller(new CreatorId(new UUID(0, 1)));

        assertThat(requesting.request(channel.id(), stranger)).isEmpty();
        JobId job = requesting
                .request(channel.id(), new Owner.Seller(channel.creator()))
                .orElseThrow();

        assertThat(engine.jobs().find(job, new Owner.Seller(channel.creator()))).isPresent();
    }

    @Test
    void aRequestQueuesOneJobOfItsType() {
        JobId id = requesting.request(channel.id(), Owner.operations()).orElseThrow();
        assertThat(engine.job(id))
                .hasType(RefreshChannel.TYPE)
                .hasPayload(RefreshChannel.Payload.of(channel.id()))
                .hasState(JobState.AVAILABLE);
        assertThat(engine.enqueued()).hasSize(1);
    }

    @Test
    void whileAJobWaitsItStandsForFurtherRequests() {
        JobId first = requesting.request(channel.id(), Owner.operations()).orElseThrow();
        Channel other = SampleChannel.stored(repositories);
        assertThat(requesting.request(channel.id(), Owner.operations())).contains(first);
        assertThat(requesting.request(other.id(), Owner.operations()))
                .isPresent()
                .isNotEqualTo(Optional.of(first));
        assertThat(engine.enqueued()).hasSize(2);
    }

    @Test
    void onceAJobHasRunTheNextRequestIsAJobOfItsOwn() {
        InMemoryChannelSource source = new InMemoryChannelSource();
        source.put(channel.youTubeId(), SampleChannel.snapshot(500));
        engine.with(new RefreshChannel(repositories.channels(), source, invalidating, clock));
        JobId first = requesting.request(channel.id(), Owner.operations()).orElseThrow();
        engine.runDue();
        assertThat(requesting.request(channel.id(), Owner.operations()))
                .isPresent()
                .isNotEqualTo(Optional.of(first));
    }

    @Test
    void aRequestIsTriedAtOnceThoughAnotherWaitsForQuota() {
        InMemoryChannelSource source = new InMemoryChannelSource();
        source.put(channel.youTubeId(), SampleChannel.snapshot(500));
        source.putOffNext(new SourceAnswer.NotNow(Duration.ofHours(9), "the quota is used up"));
        engine.with(new RefreshChannel(repositories.channels(), source, invalidating, clock));
        JobId waiting = requesting.request(channel.id(), Owner.operations()).orElseThrow();
        engine.runDue();
        assertThat(engine.job(waiting)).hasState(JobState.SCHEDULED);
        assertThat(requesting.request(channel.id(), Owner.operations())).contains(waiting);
        engine.runDue();
        assertThat(engine.job(waiting)).succeeded();
    }

    @Test
    void theJobSynchronisesTheChannel() {
        InMemoryChannelSource source = new InMemoryChannelSource();
        source.put(channel.youTubeId(), SampleChannel.snapshot(500));
        JobId job = requesting.request(channel.id(), Owner.operations()).orElseThrow();
        engine.with(new RefreshChannel(repositories.channels(), source, invalidating, clock))
                .runDue();
        assertThat(engine.job(job)).succeeded();
        assertThat(repositories
                        .channels()
                        .statistics(channel.id())
                        .orElseThrow()
                        .asOf())
                .isEqualTo(clock.instant());
    }

    @Test
    void theDispatcherIsWokenOnceTheJobHasCommitted() {
        engine.transactions().run(() -> {
            requesting.request(channel.id(), Owner.operations());
            assertThat(queue.wakeUps()).isZero();
        });
        assertThat(queue.wakeUps()).isEqualTo(1);
    }

    @Test
    void forAnUnknownChannelNothingIsQueued() {
        assertThat(requesting.request(new ChannelId(new UUID(0, 1)), Owner.operations()))
                .isEmpty();
        assertThat(engine.enqueued()).isEmpty();
        assertThat(queue.wakeUps()).isZero();
    }
}
