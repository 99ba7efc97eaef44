package dev.sluice.domain.metric;

/** Counters of what happens. Safe for use by many threads; never fails. */
@FunctionalInterface
public interface Metrics {

    /**
     * Adds to a counter.
     *
     * @param times how much; not negative
     * @param counter its name in lower case with dots, such as {@code job.attempts}
     * @param tags names and values in turn, from small fixed sets and without personal data
     */
    void count(int times, String counter, String... tags);

    /** Adds one to a counter. */
    default void count(String counter, String... tags) {
        count(1, counter, tags);
    }
}
