package dev.sluice.local.endtoend;

import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Connection;
import com.rabbitmq.client.Delivery;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;

/** Somebody who does something to the messages of orders, until he is closed. */
final class Interference implements AutoCloseable {

    /** Workers have none, which is 0. */
    private static final int PRIORITY = 10;

    private final Connection connection;
    private final AtomicInteger dispatches = new AtomicInteger();
    private final AtomicInteger most = new AtomicInteger();

    private Interference(Connection connection) {
        this.connection = connection;
    }

    /** Takes messages before any worker gets them. */
    static Interference losing(OrdersQueue queue) throws IOException, TimeoutException {
        Interference thief = new Interference(queue.connect());
        thief.connection
                .createChannel()
                .basicConsume(
                        OrdersQueue.NAME,
                        true,
                        Map.of("x-priority", PRIORITY),
                        (tag, message) -> thief.count(message),
                        tag -> {});
        return thief;
    }

    /** Has each message followed by another one with the same text. */
    static Interference doubling(OrdersQueue queue) throws IOException, TimeoutException {
        Interference echo = new Interference(queue.connect());
        Channel channel = echo.connection.createChannel();
        String tap = channel.queueDeclare().getQueue();
        channel.queueBind(tap, OrdersQueue.EXCHANGE, OrdersQueue.ROUTING_KEY);
        channel.basicConsume(
                tap,
                true,
                (tag, message) -> {
                    channel.basicPublish("", OrdersQueue.NAME, message.getProperties(), message.getBody());
                    echo.count(message);
                },
                tag -> {});
        return echo;
    }

    private void count(Delivery message) {
        int lines = (int)
                new String(message.getBody(), StandardCharsets.UTF_8).lines().count();
        dispatches.addAndGet(lines);
        most.accumulateAndGet(lines, Math::max);
    }

    /** How many dispatches it has happened to. */
    int dispatches() {
        return dispatches.get();
    }

    /** The most that a message has carried. */
    int most() {
        return most.get();
    }

    @Override
    public void close() {
        connection.abort();
    }
}
