package dev.sluice.embedded.broker;

import dev.sluice.embedded.process.LoopbackPort;

/**
 * An AMQP 0-9-1 broker of this JVM's own, so that one test runs on every broker there is. Methods are safe to call
 * from any thread; {@link Object#toString()} is the name.
 */
public sealed interface Broker extends AutoCloseable permits QpidBroker, RabbitMqNode, SharedBroker {
    /** The product's name, for test reports. */
    String name();

    /** The loopback address. */
    default String host() {
        return LoopbackPort.HOST;
    }

    /** The AMQP port, the same after a restart. */
    int port();

    /** The user that may do everything in the virtual host. */
    default String username() {
        return Credentials.USERNAME;
    }

    /** The password of {@link #username()}. */
    default String password() {
        return Credentials.PASSWORD;
    }

    /** The virtual host. */
    default String virtualHost() {
        return "/";
    }

    /** Stops the broker: its connections break and new ones are refused. */
    void stop();

    /** Starts the broker again on its port, after stopping it if it runs. RabbitMQ keeps what is durable, Qpid nothing. */
    void restart();

    /** Starts the broker again like {@link #restart()}, with nothing of what it held: no queue and no message. */
    void restartEmpty();

    @Override
    void close();
}
