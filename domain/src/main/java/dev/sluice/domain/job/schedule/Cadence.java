package dev.sluice.domain.job.schedule;

import java.time.ZonedDateTime;
import java.util.Optional;

/**
 * The times at which something is due, such as those of a cron expression. It alone decides what a change of the clocks
 * does: which time stands for one that the zone leaves out, and whether one that comes twice counts twice. Safe for use
 * by many threads.
 */
public interface Cadence {

    /** What tells it from other cadences, the same in every process: a change of it changes every time to come. */
    String text();

    /**
     * The first time after the given one.
     *
     * @return a whole second in the zone of the given time, or empty if there is none
     */
    Optional<ZonedDateTime> next(ZonedDateTime after);
}
