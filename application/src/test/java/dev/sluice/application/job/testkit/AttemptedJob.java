package dev.sluice.application.job.testkit;

import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.JobOutcome;
import dev.sluice.domain.job.JobState;

/**
 * What came of one attempt.
 *
 * @param type the name of the job's type
 * @param attempt the number of the attempt, 1 for the first
 * @param outcome how it ended; an exception counts as {@link JobOutcome.Retry} or {@link JobOutcome.Abandon}
 * @param state where the job stood afterwards
 */
public record AttemptedJob(JobId job, String type, int attempt, JobOutcome outcome, JobState state) {}
