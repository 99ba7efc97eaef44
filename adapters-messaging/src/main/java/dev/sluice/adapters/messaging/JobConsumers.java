package dev.sluice.adapters.messaging;

import java.time.Duration;
import java.util.List;
import org.springframework.context.SmartLifecycle;

/** All that a process consumes: started last and stopped first, so that nothing arrives while the rest is not ready. */
final class JobConsumers implements SmartLifecycle {

    private static final Duration LONGEST_STOP = Duration.ofSeconds(5);

    private final List<Subscription> subscriptions;
    private volatile boolean running;

    JobConsumers(List<Subscription> subscriptions) {
        this.subscriptions = List.copyOf(subscriptions);
    }

    @Override
    public void start() {
        running = true;
        subscriptions.forEach(Subscription::start);
    }

    @Override
    public void stop() {
        subscriptions.forEach(Subscription::stop);
        long deadline = System.nanoTime() + LONGEST_STOP.toNanos();
        try {
            for (Subscription subscription : subscriptions) {
                subscription.join(Duration.ofNanos(deadline - System.nanoTime()));
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        running = false;
    }

    /** Whether all there is to consume is subscribed. */
    boolean areSubscribed() {
        return subscriptions.stream().allMatch(Subscription::isHeld);
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
