package dev.sluice.domain.job;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What is written about a claimed job when its attempt has ended. */
public sealed interface Settlement {

    ClaimedJob job();

    /**
     * The job is over and leaves for the history.
     *
     * @param state {@link JobState#SUCCEEDED} or {@link JobState#DEAD}
     * @param result what a successful job is kept with, or null
     * @param error why a dead job died, without personal data, or null
     */
    record Finish(
            ClaimedJob job,
            JobState state,
            @Nullable Object result,
            @Nullable String error) implements Settlement {}

    /**
     * The attempt has failed and the job is due again after a while.
     *
     * @param error why it failed, without personal data
     */
    record Retry(ClaimedJob job, Duration backoff, String error) implements Settlement {}

    /** The attempt does not count, and the job is due again after a while. */
    record Postpone(ClaimedJob job, Duration delay) implements Settlement {}

    /**
     * The worker is gone and the job is due again at once.
     *
     * @param error how the worker was lost, without personal data
     */
    record Rescue(ClaimedJob job, String error) implements Settlement {}
}
