package dev.sluice.application.job;

import dev.sluice.domain.job.Dispatch;
import dev.sluice.domain.job.DispatcherTerm;
import dev.sluice.domain.job.JobDispatches;
import dev.sluice.domain.job.JobQueue;
import dev.sluice.domain.job.QueueName;
import dev.sluice.domain.job.WorkerId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;

/**
 * Sends due jobs to the broker. Every worker has one; the one that holds the dispatcher's lease works, the others wait
 * for it to lapse. The broker never holds more of a queue than the window, so that all decisions stay in the database.
 */
public final class Dispatcher {

    private final WorkerId self;
    private final JobDispatches dispatches;
    private final JobQueue broker;
    private final Set<QueueName> queues;
    private final DispatcherSettings settings;

    public Dispatcher(
            WorkerId self,
            JobDispatches dispatches,
            JobQueue broker,
            Set<QueueName> queues,
            DispatcherSettings settings) {
        this.self = self;
        this.dispatches = dispatches;
        this.broker = broker;
        this.queues = Set.copyOf(queues);
        this.settings = settings;
    }

    /** @return whether there may be more to dispatch at once */
    public boolean runOnce() {
        Optional<DispatcherTerm> term = dispatches.lead(self, settings.lease());
        boolean more = false;
        if (term.isPresent()) {
            for (QueueName queue : queues) {
                more |= serve(term.get(), queue);
            }
        }
        return more;
    }

    private boolean serve(DispatcherTerm term, QueueName queue) {
        OptionalLong depth = broker.depth(queue);
        if (depth.isEmpty()) {
            // Out of reach: due jobs stay due, where pause, cancel and priority still reach them.
            return false;
        }
        if (depth.getAsLong() == 0) {
            send(term, queue, dispatches.redispatch(term, queue, settings.lostAfter()));
        }
        List<Dispatch> due = dispatches.dispatchDue(term, queue, settings.window());
        return send(term, queue, due) && !due.isEmpty();
    }

    /** @return whether the broker took them all */
    private boolean send(DispatcherTerm term, QueueName queue, List<Dispatch> batch) {
        if (batch.isEmpty()) {
            return true;
        }
        Collection<Dispatch> refused = broker.publish(queue, batch);
        if (!refused.isEmpty()) {
            dispatches.recall(term, refused);
        }
        return refused.isEmpty();
    }

    /** Hands the lease over to whoever asks next. */
    void stop() {
        dispatches.resign(self);
    }
}
