package dev.sluice.application.channel;

import dev.sluice.application.cache.Change;
import dev.sluice.application.cache.InvalidateReads;
import dev.sluice.domain.channel.Channel;
import dev.sluice.domain.channel.ChannelId;
import dev.sluice.domain.channel.ChannelSnapshot;
import dev.sluice.domain.channel.ChannelSource;
import dev.sluice.domain.channel.Channels;
import dev.sluice.domain.channel.SourceAnswer;
import dev.sluice.domain.job.Backoff;
import dev.sluice.domain.job.JobHandler;
import dev.sluice.domain.job.JobOutcome;
import dev.sluice.domain.job.JobProgress;
import dev.sluice.domain.job.JobRun;
import dev.sluice.domain.job.JobType;
import dev.sluice.domain.job.QueueName;
import dev.sluice.domain.job.RetryPolicy;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.UUID;

/**
 * Brings a channel's figures up to date. Repeating it on one day replaces the figures of that day, and one that was
 * overtaken by a later one changes nothing.
 */
public final class RefreshChannel implements JobHandler<RefreshChannel.Payload> {

    public static final JobType<Payload> TYPE = new JobType<>(
            "refresh-channel",
            Payload.class,
            new QueueName("channels"),
            new RetryPolicy(
                    5,
                    Backoff.exponential(Duration.ofSeconds(30), Duration.ofMinutes(10))
                            .jittered(0.2)),
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

    /** What a synchronisation has brought. */
    public record Result(long subscribers, long views, int videos) {

        static Result of(ChannelSnapshot snapshot) {
            return new Result(
                    snapshot.totals().subscribers(),
                    snapshot.totals().views(),
                    snapshot.videos().size());
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
            return new JobOutcome.Retry("the channel is not on record");
        }
        // Before the channel is read: of two attempts at a time, the one that began later has the newer figures.
        Instant asked = clock.instant();
        return switch (source.fetch(channel.get().youTubeId(), percent -> show(percent, run))) {
            case SourceAnswer.Found found -> store(channel.get(), found.snapshot(), asked, run);
            case SourceAnswer.Unknown unknown -> new JobOutcome.Abandon("YouTube does not know the channel");
            case SourceAnswer.NotNow later -> putOff(later, run);
        };
    }

    /** The last tenth is for storing. */
    private static void show(int percent, JobRun run) {
        run.progress(new JobProgress(percent * 9 / 10, percent < 100 ? "reading videos" : "storing"));
    }

    private static JobOutcome putOff(SourceAnswer.NotNow later, JobRun run) {
        run.progress(new JobProgress(0, "waits: " + later.reason()));
        return new JobOutcome.Snooze(later.delay());
    }

    private JobOutcome store(Channel channel, ChannelSnapshot snapshot, Instant asked, JobRun run) {
        run.inTransaction(() -> {
            channels.store(channel.id(), snapshot, asked);
            invalidating.after(new Change.Synchronisation(channel.id(), channel.creator()));
            return channel;
        });
        run.progress(new JobProgress(100, "stored"));
        return new JobOutcome.Done(Result.of(snapshot));
    }
}
