package dev.sluice.application.channel;

import dev.sluice.domain.access.Owner;
import dev.sluice.domain.channel.Channel;
import dev.sluice.domain.channel.Channels;
import dev.sluice.domain.job.JobHandler;
import dev.sluice.domain.job.JobOutcome;
import dev.sluice.domain.job.JobRun;
import dev.sluice.domain.job.JobType;
import dev.sluice.domain.page.Page;
import dev.sluice.domain.page.PageRequest;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Queues the synchronisation of every channel, a page to a transaction. For an attempt that is repeated, the jobs of its
 * first pages stand as far as they still wait; the others cost YouTube's quota once more and nothing else.
 */
public final class RefreshAllChannels implements JobHandler<RefreshAllChannels.Payload> {

    public static final JobType<Payload> TYPE = new JobType<>(
            "refresh-all-channels",
            Payload.class,
            RefreshChannel.TYPE.queue(),
            RefreshChannel.TYPE.retry(),
            RefreshChannel.TYPE.timeLimit());

    /** There is nothing to say. */
    public record Payload() {}

    private final Channels channels;
    private final RequestChannelSync requesting;

    public RefreshAllChannels(Channels channels, RequestChannelSync requesting) {
        this.channels = channels;
        this.requesting = requesting;
    }

    @Override
    public JobType<Payload> type() {
        return TYPE;
    }

    @Override
    public JobOutcome handle(Payload payload, JobRun run) {
        PageRequest request = PageRequest.first(PageRequest.LARGEST);
        @Nullable UUID next;
        do {
            PageRequest current = request;
            next = run.inTransaction(() -> queue(current)).next();
            request = new PageRequest(PageRequest.LARGEST, next);
        } while (next != null);
        return new JobOutcome.Done();
    }

    private Page<Channel> queue(PageRequest request) {
        Page<Channel> page = channels.list(request);
        page.items().forEach(channel -> requesting.request(channel.id(), Owner.operations()));
        return page;
    }
}
