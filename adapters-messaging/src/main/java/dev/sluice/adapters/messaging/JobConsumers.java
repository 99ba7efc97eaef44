package dev.sluice.adapters.messaging;

import java.time.Duration;
import java.util.List;
import org.springframework.context.SmartLifecycle;

/** All that a worker consumes: started last and stopped first, so that nothing arrives while the rest is not ready. */
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
        try {
            for (Subscription subscription : subscriptions) {
                subscription.join(LONGEST_STOP);
            }
        } catch (InterruptedException hurried) {
            Thread.currentThread().interrupt();
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
