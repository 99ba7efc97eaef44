package dev.sluice.worker;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this process fires schedules.
 *
 * @param poll how often it looks for what is due: so late a job may be enqueued
 * @param grace how late a run may be without counting as missed
 */
@ConfigurationProperties("sluice.scheduler")
record SchedulerProperties(
        @DefaultValue("1s") Duration poll,
        @DefaultValue("1m") Duration grace) {

    SchedulerProperties {
        require(poll.toMillis() >= 10 && poll.toMillis() <= 60_000, "sluice.scheduler.poll is from 10ms to 60s");
        // Otherwise runs in time might be skipped between two looks.
        require(grace.compareTo(poll) > 0, "sluice.scheduler.grace is longer than sluice.scheduler.poll");
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }
}
