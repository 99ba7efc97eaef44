package dev.sluice.adapters.messaging;

import com.rabbitmq.client.Channel;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * A thread that keeps one feed subscribed: it handles one delivery after the other, and subscribes anew when the
 * subscription ends or cannot be had.
 *
 * <p>It stands in for Spring's listener containers because of how a worker stops: a delivery that waits for a free slot
 * must be interrupted and left unacknowledged, at once, and those behind it must not begin. It is a platform thread, on
 * which an interruption ends that wait but no statement under way on a database connection.
 */
final class Subscription {

    private static final System.Logger LOG = System.getLogger(Subscription.class.getName());

    private final Feed feed;
    private final ConsumerChannels channels;
    private final RetryPause pause;

    private volatile boolean stopped;
    private volatile boolean held;
    private @Nullable Thread thread;

    /** @param pause how long after the end of a subscription the next one is tried */
    Subscription(Feed feed, ConsumerChannels channels, RetryPause pause) {
        this.feed = feed;
        this.channels = channels;
        this.pause = pause;
    }

    synchronized void start() {
        stopped = false;
        thread = Thread.ofPlatform().name(feed.name()).start(this::run);
    }

    private void run() {
        try {
            while (!stopped) {
                follow();
                Thread.sleep(pause.next());
            }
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }

    private void follow() throws InterruptedException {
        try (Channel channel = channels.open()) {
            Deliveries deliveries = new Deliveries(channel);
            feed.subscribe(channel, deliveries);
            held = true;
            while (!stopped) {
                feed.receive(channel, deliveries);
            }
        } catch (BrokerOutOfReachException noted) {
            // Tried again after the pause.
        } catch (IOException | TimeoutException | RuntimeException failure) {
            LOG.log(Level.WARNING, "{0}: subscribing anew after: {1}", feed.name(), Channels.reason(failure));
        } finally {
            held = false;
        }
    }

    /** Whether its feed is subscribed; a feed that rests because its worker is busy is. */
    boolean isHeld() {
        return held;
    }

    /** Takes no more deliveries from now on; does not wait. */
    synchronized void stop() {
        stopped = true;
        if (thread != null) {
            thread.interrupt();
        }
    }

    /** Waits for the delivery under way to end, at most this long. */
    synchronized void join(Duration longest) throws InterruptedException {
        if (thread != null && !thread.join(longest)) {
            LOG.log(Level.WARNING, "{0} has not ended within {1}", feed.name(), longest);
        }
    }
}
