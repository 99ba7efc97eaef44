package dev.sluice.application.job;

import dev.sluice.domain.job.DispatcherTerm;
import dev.sluice.domain.job.JobQueue;
import dev.sluice.domain.job.QueueName;
import java.time.Duration;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * How many messages of a queue wait in the broker at most: as many as it has said, and one for each job sent since. Only
 * the dispatcher sends; what breaking connections give back is as little as ADR 0013 says. To ask the broker takes as long
 * as to dispatch, so it is asked only where its last word is old or leaves too little room. Used by one thread.
 */
final class BrokerDepth {

    /** An older word is worth nothing: the broker may be out of reach by now, and then jobs had better stay due. */
    private static final Duration FRESH = Duration.ofMillis(250);

    private final QueueName queue;
    private final JobQueue broker;
    private final LongSupplier nanoTime;

    /** Whose messages are counted; null if nothing is known. */
    private @Nullable DispatcherTerm term;

    private long messages;
    private long askedAt;

    /** @param nanoTime a clock that only measures spans, in nanoseconds */
    BrokerDepth(QueueName queue, JobQueue broker, LongSupplier nanoTime) {
        this.queue = queue;
        this.broker = broker;
        this.nanoTime = nanoTime;
    }

    /**
     * So many messages wait or fewer.
     *
     * @param enough with no more than so many, the caller need not know better
     * @return empty if the broker cannot be asked
     */
    OptionalLong atMost(DispatcherTerm current, long enough) {
        if (current.equals(term) && isFresh() && messages <= enough) {
            return OptionalLong.of(messages);
        }
        term = null;
        askedAt = nanoTime.getAsLong();
        OptionalLong answer = broker.depth(queue);
        term = answer.isPresent() ? current : null;
        messages = answer.orElse(0);
        return answer;
    }

    private boolean isFresh() {
        return nanoTime.getAsLong() - askedAt < FRESH.toNanos();
    }

    void sent(int jobs) {
        messages += jobs;
    }

    /** The broker has refused something: it is asked before the next attempt. */
    void doubt() {
        term = null;
    }
}
