package dev.sluice.application.channel;

import dev.sluice.application.cache.Change;
import dev.sluice.application.cache.InvalidateReads;
import dev.sluice.domain.channel.Channel;
import dev.sluice.domain.channel.ChannelId;
import dev.sluice.domain.channel.ChannelSnapshot;
import dev.sluice.domain.channel.ChannelSource;
import dev.sluice.domain.channel.Channels;
import dev.sluice.domain.job.Backoff;
import dev.sluice.domain.job.JobHandler;
import dev.sluice.domain.job.JobOutcome;
import dev.sluice.domain.job.JobRun;
import dev.sluice.domain.job.JobType;
import dev.sluice.domain.job.QueueName;
import dev.sluice.domain.job.RetryPolicy;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/** Brings a channel's figures up to date. Repeating it on one day replaces the figures of that day. */
public final class RefreshChannel implements JobHandler<RefreshChannel.Payload> {

    public static final JobType<Payload> TYPE = new JobType<>(
            "refresh-channel",
            Payload.class,
            new QueueName("channels"),
            new RetryPolicy(3, Backoff.fixed(Duration.ofSeconds(30))),
            Duration.ofMinutes(5));

    /** The channel to synchronise. */
    public record Payload(UUID channel) {

        static Payload of(ChannelId channel) {
            return new Payload(channel.value());
        }

        ChannelId channelId() {
            return new ChannelId(channel);
        }
    }

    private final Channels channels;
    private final ChannelSource source;
    private final InvalidateReads invalidating;
    private final InstantSource clock;

    public RefreshChannel(Channels channels, ChannelSource source, InvalidateReads invalidating, InstantSource clock) {
        this.channels = channels;
        this.source = source;
        this.invalidating = invalidating;
        this.clock = clock;
    }

    @Override
    public JobType<Payload> type() {
        return TYPE;
    }

    @Override
    public JobOutcome handle(Payload payload, JobRun run) {
        Optional<Channel> channel = channels.find(payload.channelId());
        if (channel.isEmpty()) {
            return new JobOutcome.Abandon("there is no such channel");
        }
        Optional<ChannelSnapshot> snapshot = source.fetch(channel.get().youTubeId());
        if (snapshot.isEmpty()) {
            return new JobOutcome.Abandon("YouTube does not know the channel");
        }
        store(channel.get(), snapshot.get(), run);
        return new JobOutcome.Done();
    }

    private void store(Channel channel, ChannelSnapshot snapshot, JobRun run) {
        run.inTransaction(() -> {
            channels.store(channel.id(), snapshot, clock.instant());
            invalidating.after(new Change.Synchronisation(channel.id(), channel.creator()));
            return channel;
        });
    }
}
