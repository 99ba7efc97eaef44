package dev.sluice.application.job;

import dev.sluice.domain.failure.FinalFailure;
import dev.sluice.domain.failure.RetryableFailure;
import dev.sluice.domain.job.ClaimedJob;
import dev.sluice.domain.job.JobClaims;
import dev.sluice.domain.job.JobOutcome;
import dev.sluice.domain.job.LostClaimException;
import dev.sluice.domain.load.Deadline;
import dev.sluice.domain.load.LogContext;
import dev.sluice.domain.load.Urgency;
import dev.sluice.domain.load.Work;
import dev.sluice.domain.metric.Metrics;
import dev.sluice.domain.privacy.PersonalData;
import dev.sluice.domain.transaction.Transactions;
import java.lang.System.Logger.Level;
import java.time.Duration;

/** Runs a claimed job's handler and turns whatever happens into an outcome. */
public final class JobAttempt {

    private static final System.Logger LOG = System.getLogger(JobAttempt.class.getName());

    /** The time limit interrupts an attempt; the deadline is for what does not notice. */
    private static final Duration GRACE = Duration.ofSeconds(5);

    private final JobHandlers handlers;
    private final JobClaims claims;
    private final Fence fence;
    private final LogContext log;

    public JobAttempt(
            JobHandlers handlers, JobClaims claims, Transactions transactions, Metrics metrics, LogContext log) {
        this.handlers = handlers;
        this.claims = claims;
        this.fence = new Fence(claims, transactions, metrics);
        this.log = log;
    }

    /**
     * Runs on the calling thread, with the job's time limit, and some, as the deadline of all that it does; an interruption
     * ends the attempt and is not kept.
     */
    JobOutcome run(ClaimedJob job) {
        return log.within(job.requestId(), () -> attempt(job));
    }

    private JobOutcome attempt(ClaimedJob job) {
        try {
            Work work =
                    new Work(Urgency.BACKGROUND, Deadline.after(job.timeLimit().plus(GRACE)), job.requestId());
            return work.call(() -> handlers.handle(job, new FencedRun(job, claims, fence)));
        } catch (FinalFailure failure) {
            return new JobOutcome.Abandon(reason(job, failure));
        } catch (InterruptedException stopped) {
            return new JobOutcome.Retry("interrupted");
        } catch (RuntimeException | Error failure) {
            // Errors too: whatever got past here would leave the job running for as long as this worker lives.
            return new JobOutcome.Retry(reason(job, failure));
        }
    }

    /** Only our own failures say what may be kept, and are masked like all that is: any other's may hold personal data. */
    private static String reason(ClaimedJob job, Throwable failure) {
        String reason = PersonalData.masked(
                switch (failure) {
                    case FinalFailure own -> String.valueOf(own.getMessage());
                    case RetryableFailure own -> String.valueOf(own.getMessage());
                    case LostClaimException own -> String.valueOf(own.getMessage());
                    default -> failure.getClass().getName() + origin(failure);
                });
        LOG.log(
                Level.WARNING,
                "job {0}, attempt {1} failed: {2}",
                job.dispatch().job().value(),
                job.attempt(),
                reason);
        return reason;
    }

    private static String origin(Throwable failure) {
        StackTraceElement[] frames = failure.getStackTrace();
        return frames.length == 0 ? "" : " at " + frames[0];
    }
}
