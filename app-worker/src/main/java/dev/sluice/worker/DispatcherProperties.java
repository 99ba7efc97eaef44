package dev.sluice.worker;

import dev.sluice.application.job.DispatcherSettings;
import dev.sluice.application.job.JobLimits;
import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How this process dispatches when it leads.
 *
 * @param window how many jobs of a queue may be dispatched and unclaimed at most; never more than four times the slots
 *     of the workers that serve it
 * @param lease for how long it leads without renewing: so long its successor waits if it is killed
 * @param lostAfter how long a dispatched job stays unclaimed, with its queue empty or much later ones running, until its
 *     message is taken for lost
 */
@ConfigurationProperties("sluice.dispatcher")
record DispatcherProperties(
        @DefaultValue("160") int window,
        @DefaultValue("5s") Duration lease,
        @DefaultValue("5s") Duration lostAfter) {

    DispatcherProperties {
        require(window >= 1 && window <= 100_000, "sluice.dispatcher.window is from 1 to 100000");
        require(lease.toMillis() >= 1_000 && lease.toMillis() <= 60_000, "sluice.dispatcher.lease is from 1s to 60s");
        require(lostAfter.toMillis() >= 1_000, "sluice.dispatcher.lost-after is at least 1s");
    }

    private static void require(boolean holds, String rule) {
        if (!holds) {
            throw new IllegalArgumentException(rule);
        }
    }

    DispatcherSettings settings(JobLimits limits) {
        return new DispatcherSettings(window, lease, lostAfter, limits);
    }
}
