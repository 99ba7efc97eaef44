package dev.sluice.domain.job;

import java.time.Instant;

/** What an operator does to jobs. */
public sealed interface JobAct {

    /** Gives dead jobs all their attempts again. */
    record Retry() implements JobAct {}

    /** Calls off jobs that have not finished. */
    record Cancel() implements JobAct {}

    /** Lets jobs start now that wait for their time. */
    record Promote() implements JobAct {}

    /** Lets jobs that have not begun start at another time. */
    record Reschedule(Instant at) implements JobAct {}

    /** Whether it changes jobs in this state. */
    default boolean changes(JobState state) {
        return switch (this) {
            case Retry retry -> state == JobState.DEAD;
            case Cancel cancel -> !state.isFinished();
            case Promote promote -> state == JobState.SCHEDULED || state == JobState.RETRYING;
            case Reschedule reschedule -> state.isPending();
        };
    }
}
