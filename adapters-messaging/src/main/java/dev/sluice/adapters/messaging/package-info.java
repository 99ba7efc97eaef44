/** Delivery of jobs and wake-ups through RabbitMQ. */
@NullMarked
package dev.sluice.adapters.messaging;

import org.jspecify.annotations.NullMarked;
