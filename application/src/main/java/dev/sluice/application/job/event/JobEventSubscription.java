package dev.sluice.application.job.event;

import dev.sluice.domain.job.JobEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/** What one listener has yet to hear. Whoever tells it events never waits: a listener that is too slow misses some. */
public final class JobEventSubscription implements AutoCloseable {

    private final JobEventFilter filter;
    private final int buffer;
    private final Consumer<JobEventSubscription> closing;

    private final List<JobEvent> waiting = new ArrayList<>();
    private boolean gap;
    private boolean ended;

    JobEventSubscription(JobEventFilter filter, int buffer, Consumer<JobEventSubscription> closing) {
        this.filter = filter;
        this.buffer = buffer;
        this.closing = closing;
    }

    synchronized void tell(Collection<JobEvent> events) {
        events.stream().filter(filter::lets).forEach(this::add);
        notifyIfWorthIt();
    }

    /** What waits is dropped with what overflows, so that a gap always comes before the events that are left. */
    private void add(JobEvent event) {
        if (waiting.size() == buffer) {
            waiting.clear();
            gap = true;
        }
        waiting.add(event);
    }

    synchronized void tellOfGap() {
        gap = true;
        notifyIfWorthIt();
    }

    synchronized void end() {
        ended = true;
        notifyIfWorthIt();
    }

    private synchronized void notifyIfWorthIt() {
        if (isWorthHearing()) {
            notifyAll();
        }
    }

    private synchronized boolean isWorthHearing() {
        return ended || gap || !waiting.isEmpty();
    }

    /**
     * Waits for events.
     *
     * @param patience how long at most
     * @return empty once the subscription has ended
     */
    public synchronized Optional<HeardEvents> next(Duration patience) throws InterruptedException {
        long deadline = System.nanoTime() + patience.toNanos();
        for (long left = patience.toNanos(); left > 0 && !isWorthHearing(); left = deadline - System.nanoTime()) {
            TimeUnit.NANOSECONDS.timedWait(this, left);
        }
        return ended ? Optional.empty() : Optional.of(take());
    }

    private synchronized HeardEvents take() {
        HeardEvents heard = new HeardEvents(gap, waiting);
        gap = false;
        waiting.clear();
        return heard;
    }

    /** Ends the subscription and makes room for another. */
    @Override
    public void close() {
        end();
        closing.accept(this);
    }
}
