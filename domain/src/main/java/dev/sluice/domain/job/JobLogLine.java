package dev.sluice.domain.job;

import java.time.Instant;

/**
 * A line that a handler has written about its job.
 *
 * @param attempt the attempt that wrote it
 * @param text what it says, without personal data
 */
public record JobLogLine(Instant at, int attempt, String text) {}
