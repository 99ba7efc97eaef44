package dev.sluice.domain.job;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How an attempt at a job ended. */
public sealed interface JobOutcome {

    /**
     * The work is done.
     *
     * @param result a small record of plain values that is kept and shown with the job, without personal data, or
     *     null
     */
    record Done(@Nullable Object result) implements JobOutcome {

        /** Done, with nothing to tell. */
        public Done() {
            this(null);
        }
    }

    /**
     * The attempt failed; the job is tried again while attempts are left.
     *
     * @param reason why, without personal data
     */
    record Retry(String reason) implements JobOutcome {}

    /** It is too early: the job is due again after a while, and the attempt does not count. */
    record Snooze(Duration delay) implements JobOutcome {}

    /**
     * The job can never be done.
     *
     * @param reason why, without personal data
     */
    record Abandon(String reason) implements JobOutcome {}
}
