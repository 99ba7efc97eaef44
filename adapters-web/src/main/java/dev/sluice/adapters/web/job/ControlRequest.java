package dev.sluice.adapters.web.job;

import dev.sluice.adapters.web.problem.Refusal;
import dev.sluice.adapters.web.problem.Violation;
import dev.sluice.adapters.web.validation.Foreseeable;
import dev.sluice.domain.job.JobAct;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done to which jobs.
 *
 * @param dueAt when rescheduled jobs are to start; nothing else has it
 * @param dryRun whether to tell how many jobs it is about and to change none
 */
public record ControlRequest(
        @NotNull(message = "is required") Act act,
        @Foreseeable @Nullable Instant dueAt,
        @NotNull(message = "is required") @Valid JobFilterDocument filter,
        @NotNull(message = "is required") Boolean dryRun) {

    /** What can be done to jobs. */
    public enum Act {
        RETRY,
        CANCEL,
        PROMOTE,
        RESCHEDULE
    }

    JobAct jobAct() {
        return switch (act) {
            case RETRY -> withoutTime(new JobAct.Retry());
            case CANCEL -> withoutTime(new JobAct.Cancel());
            case PROMOTE -> withoutTime(new JobAct.Promote());
            case RESCHEDULE -> reschedule();
        };
    }

    private JobAct withoutTime(JobAct timeless) {
        if (dueAt != null) {
            throw refusal("unexpected", "is only for RESCHEDULE");
        }
        return timeless;
    }

    private JobAct reschedule() {
        if (dueAt == null) {
            throw refusal("required", "is required for RESCHEDULE");
        }
        return new JobAct.Reschedule(dueAt);
    }

    private static RuntimeException refusal(String code, String detail) {
        return Refusal.invalid(Violation.ofBody("/dueAt", code, detail)).asException();
    }
}
