package dev.sluice.domain.job;

import java.util.List;
import java.util.function.Function;

/**
 * A step of a handler that attempts which come to it at the same time take in one transaction ({@link
 * JobRun#inTransaction(SharedStep, Object)}). One object stands for one step: a handler keeps it in a field, as no attempt
 * would ever meet another at a step that is made anew, and each would be remembered.
 *
 * @param <T> what an attempt brings along
 * @param <R> what it is given back
 */
public final class SharedStep<T, R> {

    private final Function<List<T>, List<R>> work;

    /**
     * @param work one result for each of what is brought along, in the same order and none of them null. It runs on a thread
     *     of its own, which is no request's, and once more for each attempt alone where it has failed for several, which includes that
     *     the database has not said whether it committed
     */
    public SharedStep(Function<List<T>, List<R>> work) {
        this.work = work;
    }

    /** Takes the step. Needs a transaction. */
    public List<R> take(List<T> brought) {
        return work.apply(brought);
    }
}
