package dev.sluice.application.job;

import dev.sluice.domain.job.ClaimedJob;
import dev.sluice.domain.job.JobOutcome;
import java.time.Duration;

/** An attempt that has ended, how and after what time, which is not written down yet. */
record EndedAttempt(ClaimedJob job, JobOutcome outcome, Duration took) {}
