package dev.sluice.domain.load;

import java.time.Duration;

/**
 * How long a line for the database may become.
 *
 * @param waiting how many wait at most
 * @param stall after how long without anybody served no request waits
 */
public record LineLimits(int waiting, Duration stall) {}
