package dev.sluice.domain.job;

/** A job whose state an operator has just changed. */
public record ControlledJob(JobId id, String type, Payload payload) {}
