package dev.sluice.domain.metric;

/** Counters of what happens. Safe for use by many threads; never fails. */
@FunctionalInterface
public interface Metrics {

    /**
     * Adds one to a counter.
     *
     * @param counter its name in lower case with dots, such as {@code job.attempts}
     * @param tags names and values in turn, from small fixed sets and without personal data
     */
    void count(String counter, String... tags);
}
