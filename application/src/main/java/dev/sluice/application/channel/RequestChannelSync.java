package dev.sluice.application.channel;

import dev.sluice.domain.channel.Channel;
import dev.sluice.domain.channel.ChannelId;
import dev.sluice.domain.channel.Channels;
import dev.sluice.domain.id.Ids;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.JobRequest;
import dev.sluice.domain.job.Jobs;
import dev.sluice.domain.job.WakeUps;
import dev.sluice.domain.transaction.Transactions;
import java.util.Optional;

/** Queues the synchronisation of a channel. */
public final class RequestChannelSync {

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

    /** @return the job, or empty if there is no such channel */
    public Optional<JobId> request(ChannelId channel) {
        return transactions.call(() -> channels.find(channel).map(this::enqueue));
    }

    private JobId enqueue(Channel channel) {
        JobId job = new JobId(ids.next());
        jobs.enqueue(JobRequest.of(job, RefreshChannel.TYPE, RefreshChannel.Payload.of(channel.id())));
        transactions.afterCommit(wakeUps::wakeDispatcher);
        return job;
    }
}
