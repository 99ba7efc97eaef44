package dev.sluice.domain.job;

/** How many jobs of a type are in a state. */
public record JobCount(QueueName queue, String type, JobState state, long jobs) {}
