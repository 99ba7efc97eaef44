package dev.sluice.domain.job;

import java.time.Instant;

/**
 * An attempt that failed.
 *
 * @param attempt its number, 1 for the first; 0 of a job that was given up before it
 * @param error why, without personal data
 */
public record JobFailure(int attempt, Instant startedAt, Instant endedAt, String error) {}
