package dev.sluice.local.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import dev.sluice.embedded.broker.Broker;
import dev.sluice.embedded.broker.BrokerProduct;
import dev.sluice.embedded.broker.RabbitMqNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.core.ConditionFactory;
import org.jspecify.annotations.Nullable;

/** An installation on a broker of its own, and what can happen to that. */
record BrokerFaults(Installation sluice, OrdersQueue queue) implements AutoCloseable {

    /** So many messages are lost or doubled at least. */
    private static final int MESSAGES = 8;

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PURGE_AGAIN_AFTER = Duration.ofMillis(5);

    /** With these environment variables for API and worker beside the usual ones. */
    static BrokerFaults started(BrokerProduct product, Map<String, String> settings) {
        OrdersQueue queue = new OrdersQueue(product.start());
        Map<String, String> all = new HashMap<>(settings);
        all.putAll(queue.environment());
        return new BrokerFaults(Installation.start(all), queue);
    }

    /** All that this product can show: Qpid neither blocks whoever publishes, nor has it a process to suspend. */
    Map<String, BrokerFault> all() {
        Map<String, BrokerFault> all = new LinkedHashMap<>();
        all.put("absent at the start", new AbsentAtStart());
        all.put("lost with its queue", new LostWithQueue());
        all.put("messages lost", new MessagesLost());
        all.put("messages doubled", new MessagesDoubled());
        if (broker() instanceof RabbitMqNode node) {
            all.put("blocked", new Blocked(node));
            all.put("hung", new Hung(node));
        }
        return all;
    }

    @Override
    public void close() {
        sluice.close();
        broker().close();
    }

    @Override
    public String toString() {
        return broker().name();
    }

    private Broker broker() {
        return queue.broker();
    }

    private static ConditionFactory patiently() {
        return Eventually.within(PATIENCE);
    }

    /** A worker that may be starting still answers, once it runs, and has noticed that there is nothing to consume. */
    private void awaitUnsubscribed() {
        patiently().ignoreException(UncheckedIOException.class).until(() -> readiness() == 503);
    }

    private int readiness() {
        return new ShopClient(sluice.worker().uri())
                .get("/actuator/health/readiness")
                .statusCode();
    }

    private final class AbsentAtStart implements BrokerFault {

        @Override
        public void begin() {
            sluice.restartAfter(broker()::stop);
            awaitUnsubscribed();
        }

        @Override
        public void end() {
            broker().restart();
        }
    }

    private final class LostWithQueue implements BrokerFault {

        @Override
        public void begin() {
            broker().stop();
            awaitUnsubscribed();
        }

        @Override
        public void end() {
            broker().restartEmpty();
        }
    }

    private final class MessagesLost implements BrokerFault {

        private int lost;

        @Override
        public void begin() throws IOException, TimeoutException {
            try (Connection connection = queue.connect();
                    Channel channel = connection.createChannel()) {
                patiently().pollInterval(PURGE_AGAIN_AFTER).until(() -> purge(channel) >= MESSAGES);
            }
        }

        private int purge(Channel channel) throws IOException {
            lost += channel.queuePurge(OrdersQueue.NAME).getMessageCount();
            return lost;
        }

        @Override
        public void end() {
            // What is lost is lost.
        }
    }

    /** Each message is followed by another one with the same text. */
    private final class MessagesDoubled implements BrokerFault {

        private final AtomicInteger doubled = new AtomicInteger();
        private @Nullable Connection connection;

        @Override
        public void begin() throws IOException, TimeoutException {
            connection = queue.connect();
            Channel channel = connection.createChannel();
            String tap = channel.queueDeclare().getQueue();
            channel.queueBind(tap, OrdersQueue.EXCHANGE, OrdersQueue.ROUTING_KEY);
            channel.basicConsume(
                    tap,
                    true,
                    (tag, original) -> {
                        channel.basicPublish("", OrdersQueue.NAME, original.getProperties(), original.getBody());
                        doubled.incrementAndGet();
                    },
                    tag -> {});
        }

        @Override
        public void end() throws IOException {
            patiently().until(() -> doubled.get() >= MESSAGES);
            Objects.requireNonNull(connection).close();
        }

        @Override
        public int copies() {
            return 2;
        }
    }

    private final class Blocked implements BrokerFault {

        private final RabbitMqNode node;

        Blocked(RabbitMqNode node) {
            this.node = node;
        }

        @Override
        public void begin() throws IOException, TimeoutException, InterruptedException {
            node.raiseMemoryAlarm();
            awaitBlocked();
        }

        /** Nobody is told before he publishes; a message that no queue is bound for goes nowhere. */
        private void awaitBlocked() throws IOException, TimeoutException, InterruptedException {
            CountDownLatch blocked = new CountDownLatch(1);
            Connection connection = queue.connect();
            try {
                connection.addBlockedListener(reason -> blocked.countDown(), () -> {});
                connection
                        .createChannel()
                        .basicPublish("", "nobody", null, "are you blocked?".getBytes(StandardCharsets.UTF_8));
                assertThat(blocked.await(PATIENCE.toSeconds(), TimeUnit.SECONDS))
                        .isTrue();
            } finally {
                // Closing it in order would wait for an answer, which a connection that is blocked does not get.
                connection.abort(1_000);
            }
        }

        @Override
        public void end() {
            node.clearMemoryAlarm();
        }
    }

    private final class Hung implements BrokerFault {

        private final RabbitMqNode node;

        Hung(RabbitMqNode node) {
            this.node = node;
        }

        @Override
        public void begin() {
            node.suspend();
            awaitUnsubscribed();
        }

        @Override
        public void end() {
            node.resume();
        }
    }
}
