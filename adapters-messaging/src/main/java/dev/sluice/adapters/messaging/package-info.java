/** Delivery of jobs, wake-ups and job events through RabbitMQ. */
@NullMarked
package dev.sluice.adapters.messaging;

import org.jspecify.annotations.NullMarked;
