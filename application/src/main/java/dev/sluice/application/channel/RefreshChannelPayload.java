package dev.sluice.application.channel;

import dev.sluice.domain.channel.ChannelId;
import dev.sluice.domain.job.JobType;
import dev.sluice.domain.job.QueueName;
import dev.sluice.domain.job.RetryPolicy;
import java.time.Duration;
import java.util.UUID;

/** What the job {@code refresh-channel} is about: the channel to synchronise. */
public record RefreshChannelPayload(UUID channel) {

    public static final JobType<RefreshChannelPayload> TYPE = new JobType<>(
            "refresh-channel",
            RefreshChannelPayload.class,
            new QueueName("channels"),
            new RetryPolicy(3, Duration.ofSeconds(30)));

    static RefreshChannelPayload of(ChannelId channel) {
        return new RefreshChannelPayload(channel.value());
    }

    ChannelId channelId() {
        return new ChannelId(channel);
    }
}
