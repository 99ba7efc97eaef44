package dev.sluice.application.job;

import dev.sluice.domain.job.DispatcherTerm;
import dev.sluice.domain.job.JobDispatches;
import dev.sluice.domain.job.WorkerId;
import java.time.Duration;
import java.util.Optional;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * One worker's claim to be the dispatcher, renewed when a third of the lease is over. That its term still runs is checked
 * by each statement, so a term that is over unnoticed does no harm.
 * Used by one thread.
 */
final class DispatcherLease {

    private final WorkerId self;
    private final JobDispatches dispatches;
    private final Duration duration;
    private final LongSupplier nanoTime;
    private @Nullable DispatcherTerm term;
    private long renewedAt;

    /** @param nanoTime a clock that only measures spans, in nanoseconds */
    DispatcherLease(WorkerId self, JobDispatches dispatches, Duration duration, LongSupplier nanoTime) {
        this.self = self;
        this.dispatches = dispatches;
        this.duration = duration;
        this.nanoTime = nanoTime;
    }

    /** @return empty while another worker leads */
    Optional<DispatcherTerm> term() {
        long now = nanoTime.getAsLong();
        if (term == null || now - renewedAt >= duration.toNanos() / 3) {
            renewedAt = now;
            term = null;
            term = dispatches.lead(self, duration).orElse(null);
        }
        return Optional.ofNullable(term);
    }

    /** Lets the next look ask again. */
    void doubt() {
        term = null;
    }

    void resign() {
        term = null;
        dispatches.resign(self);
    }
}
