package dev.sluice.local.endtoend;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import java.io.IOException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Asks a broker all the while how many orders wait in its queue, and goes on asking while it does not answer. */
final class DepthWatch implements AutoCloseable {

    private static final int PAUSE_MILLIS = 2;

    private final OrdersQueue queue;
    private final AtomicInteger deepest = new AtomicInteger();
    private final ScheduledExecutorService asking = Executors.newSingleThreadScheduledExecutor();
    private final Future<?> questions;
    private @Nullable Connection connection;

    /** Begins at once. */
    DepthWatch(OrdersQueue queue) {
        this.queue = queue;
        this.questions = asking.scheduleWithFixedDelay(this::ask, 0, PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    }

    /** The most that have waited at a time. */
    int deepest() {
        return deepest.get();
    }

    private void ask() {
        try (Channel channel = open().createChannel()) {
            int waiting = channel.queueDeclarePassive(OrdersQueue.NAME).getMessageCount();
            deepest.accumulateAndGet(waiting, Math::max);
        } catch (IOException | TimeoutException | RuntimeException outOfReach) {
            // The next question may be answered.
        }
    }

    private Connection open() throws IOException, TimeoutException {
        if (connection == null || !connection.isOpen()) {
            connection = queue.connect();
        }
        return connection;
    }

    @Override
    public void close() {
        questions.cancel(false);
        asking.close();
        if (connection != null) {
            connection.abort();
        }
    }
}
