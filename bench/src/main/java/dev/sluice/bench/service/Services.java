package dev.sluice.bench.service;

import com.rabbitmq.client.Connection;
import com.rabbitmq.client.ConnectionFactory;
import dev.sluice.embedded.broker.Broker;
import dev.sluice.embedded.broker.QpidBroker;
import dev.sluice.embedded.broker.RabbitMqNode;
import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeoutException;

/** What is measured runs on these. */
public record Services(Postgres postgres, Broker broker, Redis redis) {

    /** Requests are counted as ever, but all of them come from one client here. */
    private static final int REQUESTS_A_MINUTE = 1_000_000_000;

    /** Starts the installed servers where there are any, else the embedded ones. */
    public static Services start(List<String> postgresOptions) {
        Broker broker = RabbitMqNode.isInstalled() ? RabbitMqNode.start() : QpidBroker.start();
        return new Services(Postgres.start(postgresOptions), broker, Redis.start());
    }

    /** What the broker says its version is. */
    public String brokerVersion() {
        ConnectionFactory connections = new ConnectionFactory();
        connections.setHost(broker.host());
        connections.setPort(broker.port());
        connections.setUsername(broker.username());
        connections.setPassword(broker.password());
        connections.setVirtualHost(broker.virtualHost());
        try (Connection connection = connections.newConnection()) {
            return String.valueOf(connection.getServerProperties().get("version"));
        } catch (IOException | TimeoutException e) {
            throw new IllegalStateException("Cannot connect to " + broker, e);
        }
    }

    /**
     * The settings that a process of Sluice needs to use them.
     *
     * @param database the URL of one on this PostgreSQL
     */
    public Map<String, Object> settings(String database) {
        Map<String, Object> settings = new HashMap<>();
        settings.put("spring.datasource.url", database);
        settings.put("spring.datasource.username", Postgres.USERNAME);
        settings.put("spring.datasource.password", Postgres.USERNAME);
        settings.put("spring.rabbitmq.host", broker.host());
        settings.put("spring.rabbitmq.port", broker.port());
        settings.put("spring.rabbitmq.username", broker.username());
        settings.put("spring.rabbitmq.password", broker.password());
        settings.put("spring.rabbitmq.virtual-host", broker.virtualHost());
        settings.put("sluice.redis.uri", "redis://127.0.0.1:" + redis.port());
        settings.put("sluice.rate-limits.per-key", REQUESTS_A_MINUTE);
        settings.put("sluice.rate-limits.per-address", REQUESTS_A_MINUTE);
        return settings;
    }
}
