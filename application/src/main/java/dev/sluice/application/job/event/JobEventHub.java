package dev.sluice.application.job.event;

import dev.sluice.domain.job.JobEvent;
import java.util.Collection;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Passes the events that reach this process on to all who listen to it. Safe for use by many threads. */
public final class JobEventHub {

    private final int most;
    private final int buffer;
    private final Set<JobEventSubscription> subscriptions = ConcurrentHashMap.newKeySet();
    private boolean open = true;

    /**
     * @param most how many may listen at a time
     * @param buffer how many events may wait for each of them
     */
    public JobEventHub(int most, int buffer) {
        if (most < 1 || buffer < 1) {
            throw new IllegalArgumentException("somebody may listen, and an event may wait");
        }
        this.most = most;
        this.buffer = buffer;
    }

    /** Begins to listen: to all that is passed on from now on. @return empty if too many listen, or it is closed */
    public synchronized Optional<JobEventSubscription> subscribe(JobEventFilter filter) {
        if (!open || subscriptions.size() >= most) {
            return Optional.empty();
        }
        JobEventSubscription subscription = new JobEventSubscription(filter, buffer, subscriptions::remove);
        subscriptions.add(subscription);
        return Optional.of(subscription);
    }

    /** Whether nobody listens, so that nobody misses what is not passed on. */
    public boolean isIdle() {
        return subscriptions.isEmpty();
    }

    /** Never waits for those who listen. */
    public void pass(Collection<JobEvent> events) {
        subscriptions.forEach(subscription -> subscription.tell(events));
    }

    /** Tells all who listen that events may have been lost. */
    public void passGap() {
        subscriptions.forEach(JobEventSubscription::tellOfGap);
    }

    /** Lets subscriptions begin again. */
    public synchronized void open() {
        open = true;
    }

    /** Ends all subscriptions; none begins until it is opened again. */
    public synchronized void close() {
        open = false;
        subscriptions.forEach(JobEventSubscription::end);
    }
}
