package dev.sluice.domain.metric;

import java.time.Duration;
import java.util.Map;

/**
 * Where the job engine tells how long things take and how much there is of them; whoever only counts needs {@link
 * Metrics} alone. Safe for use by many threads; never fails.
 */
public interface Measures {

    /**
     * Records how long one thing took.
     *
     * @param timer its name in lower case with dots, such as {@code job.duration}
     * @param tags names and values in turn, from small fixed sets and without personal data
     */
    void took(String timer, Duration span, String... tags);

    /**
     * Says what holds from now on, for each value of a tag. What is not named any more is not shown any more, so that
     * no old value outlives whoever knew it.
     *
     * @param gauge its name in lower case with dots, such as {@code job.oldest.age}
     * @param unit what it is measured in, such as {@code seconds}
     * @param tag the name of the tag
     * @param levels what holds, by the values of the tag, which are from a small fixed set and without personal data
     */
    void levels(String gauge, String unit, String tag, Map<String, ? extends Number> levels);
}
