/** AMQP 0-9-1 brokers: Qpid Broker-J inside the JVM and a private RabbitMQ where one is installed. */
@NullMarked
package dev.sluice.embedded.broker;

import org.jspecify.annotations.NullMarked;
