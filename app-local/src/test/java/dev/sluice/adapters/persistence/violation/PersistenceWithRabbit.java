package dev.sluice.adapters.persistence.violation;

import org.springframework.amqp.core.Message;

/** Breaks the rule that Spring AMQP stays in its adapter. */
public record PersistenceWithRabbit(Message message) {}
