package dev.sluice.domain.job;

import java.util.UUID;

/** The identity of a job. */
public record JobId(UUID value) {}
