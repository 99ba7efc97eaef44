package dev.sluice.application.channel;

import dev.sluice.domain.access.Owner;
import dev.sluice.domain.channel.Channel;
import dev.sluice.domain.channel.ChannelId;
import dev.sluice.domain.channel.Channels;
import dev.sluice.domain.id.Ids;
import dev.sluice.domain.job.GroupKey;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.JobRequest;
import dev.sluice.domain.job.Jobs;
import dev.sluice.domain.job.Uniqueness;
import dev.sluice.domain.job.Uniqueness.Conflict;
import dev.sluice.domain.job.WakeUps;
import dev.sluice.domain.transaction.Transactions;
import java.time.Duration;
import java.util.Optional;

/** Queues the synchronisation of a channel: while one waits to begin, it stands for all that are requested. */
public final class RequestChannelSync {

    /** As long as one may wait for the quota of the next day. */
    private static final Duration WINDOW = Duration.ofHours(26);

    private final Transactions transactions;
    private final Channels channels;
    private final Jobs jobs;
    private final WakeUps wakeUps;
    private final Ids ids;

    public RequestChannelSync(Transactions transactions, Channels channels, Jobs jobs, WakeUps wakeUps, Ids ids) {
        this.transactions = transactions;
        this.channels = channels;
        this.jobs = jobs;
        this.wakeUps = wakeUps;
        this.ids = ids;
    }

    /** @return the job, or empty if the owner has no such channel */
    public Optional<JobId> request(ChannelId channel, Owner owner) {
        return transactions.call(() -> channels.find(channel)
                .filter(found -> owner.owns(found.creator()))
                .map(this::enqueue));
    }

    private JobId enqueue(Channel channel) {
        RefreshChannel.Payload payload = RefreshChannel.Payload.of(channel.id());
        Uniqueness once = new Uniqueness(channel.id().value().toString(), WINDOW, Conflict.REPLACE);
        JobId job = jobs.enqueue(JobRequest.of(new JobId(ids.next()), RefreshChannel.TYPE, payload)
                .with(options -> options.unique(once).group(GroupKey.of(channel.creator()))));
        transactions.afterCommit(wakeUps::wakeDispatcher);
        return job;
    }
}
