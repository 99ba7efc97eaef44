package dev.sluice.adapters.persistence.job;

import dev.sluice.domain.job.Dispatch;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.JobState;
import java.util.UUID;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;

/**
 * How a job ends.
 *
 * @param dispatch the number of the claim that must hold, or null to end it whatever becomes of its claim
 * @param error the last word on it, or null to keep the one it has
 */
record JobEnd(
        UUID id,
        @Nullable Integer dispatch,
        JobState state,
        @Nullable String error,
        @Nullable JSONB result) {

    static JobEnd of(Dispatch claim, JobState state, @Nullable String error, @Nullable JSONB result) {
        return new JobEnd(claim.job().value(), claim.number(), state, error, result);
    }

    static JobEnd cancelled(JobId job) {
        return new JobEnd(job.value(), null, JobState.CANCELLED, null, null);
    }

    static JobEnd hopeless(UUID parent) {
        return new JobEnd(parent, null, JobState.DEAD, "a child is dead and no longer kept", null);
    }

    /** The result as text, for arrays of texts can hold null. */
    @Nullable
    String resultText() {
        return result == null ? null : result.data();
    }
}
