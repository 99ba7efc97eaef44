package dev.sluice.domain.job;

/** Where a job belongs that was dispatched and is due again before anybody has claimed it. */
public record Recalled(QueueName queue, Lane lane) {}
