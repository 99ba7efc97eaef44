package dev.sluice.domain.load;

import java.time.Duration;

/**
 * How long a line for the database may become.
 *
 * @param waiting how many wait at most
 * @param stall after how long without anybody served no request waits
 */
public record LineLimits(int waiting, Duration stall) {

    /** For a line that something else keeps short: who stands in it waits for as long as there is time. */
    public static final LineLimits NONE = new LineLimits(Integer.MAX_VALUE, Duration.ofNanos(Long.MAX_VALUE));
}
