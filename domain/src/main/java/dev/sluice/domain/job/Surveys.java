package dev.sluice.domain.job;

import java.util.Collection;

/** Looks at what waits and what is under way, of one who has a place of his own among the lanes. For one thread. */
@FunctionalInterface
public interface Surveys {

    /**
     * What waits in these queues and what is under way.
     *
     * @param lanes how many lanes of a queue to show at most; if there are more, later looks show others
     * @param jobs up to how many jobs of a lane to count
     */
    Survey survey(Collection<QueueName> queues, int lanes, int jobs);
}
