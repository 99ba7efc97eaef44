package dev.sluice.embedded.broker;

import java.util.List;

/** A broker that a test can have one of its own of. */
public enum BrokerProduct {
    /** Inside this JVM, and therefore always there. */
    QPID {
        @Override
        public Broker start() {
            return QpidBroker.start();
        }
    },

    /** Where it is installed. */
    RABBITMQ {
        @Override
        public Broker start() {
            return RabbitMqNode.start();
        }
    };

    /** Starts one on a free port; the caller's to close. */
    public abstract Broker start();

    /**
     * Qpid, and RabbitMQ where it is installed.
     *
     * @throws IllegalStateException in CI (environment {@code CI=true}) when RabbitMQ is not installed
     */
    public static List<BrokerProduct> available() {
        if (RabbitMqNode.isInstalled()) {
            return List.of(QPID, RABBITMQ);
        }
        if ("true".equals(System.getenv("CI"))) {
            throw new IllegalStateException("CI=true needs a real RabbitMQ: install rabbitmq-server");
        }
        return List.of(QPID);
    }
}
