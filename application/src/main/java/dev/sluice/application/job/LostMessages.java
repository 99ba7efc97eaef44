package dev.sluice.application.job;

import dev.sluice.domain.job.Dispatch;
import dev.sluice.domain.job.DispatcherTerm;
import dev.sluice.domain.job.JobDispatches;
import dev.sluice.domain.job.QueueName;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;

/** Finds dispatches whose messages the broker has lost. It is time to look now and then only, for it seldom finds any. */
final class LostMessages {

    private final JobDispatches dispatches;
    private final Duration lostAfter;
    private final LongSupplier nanoTime;
    private final Map<QueueName, Long> lookedAt = new HashMap<>();

    LostMessages(JobDispatches dispatches, Duration lostAfter, LongSupplier nanoTime) {
        this.dispatches = dispatches;
        this.lostAfter = lostAfter;
        this.nanoTime = nanoTime;
    }

    boolean isTimeToLook(QueueName queue) {
        Long before = lookedAt.get(queue);
        return before == null
                || nanoTime.getAsLong() - before >= lostAfter.dividedBy(5).toNanos();
    }

    /** @param emptied whether the broker holds no message of the queue */
    List<Dispatch> find(DispatcherTerm term, QueueName queue, boolean emptied) {
        lookedAt.put(queue, nanoTime.getAsLong());
        return dispatches.redispatch(term, queue, lostAfter, emptied);
    }
}
