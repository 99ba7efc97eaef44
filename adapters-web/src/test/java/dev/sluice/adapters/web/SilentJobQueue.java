package dev.sluice.adapters.web;

import dev.sluice.domain.job.Dispatch;
import dev.sluice.domain.job.JobQueue;
import dev.sluice.domain.job.QueueName;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;

/** A broker that nobody hears: the API only wakes the dispatcher, which a broker may lose. */
final class SilentJobQueue implements JobQueue {

    @Override
    public Collection<Dispatch> publish(QueueName queue, List<Dispatch> dispatches) {
        return dispatches;
    }

    @Override
    public OptionalLong depth(QueueName queue) {
        return OptionalLong.empty();
    }

    @Override
    public void wakeDispatcher() {}
}
