package dev.sluice.domain.job;

import java.util.Map;

/**
 * All that the dispatcher sees before it decides, read at once.
 *
 * @param ripe whether there are jobs, of any queue, whose time has come and which are not available yet
 * @param pauses what is not to be dispatched
 * @param backlogs what waits and what is under way in each queue that has anything of either
 */
public record Survey(boolean ripe, Pauses pauses, Map<QueueName, Backlog> backlogs) {

    public Survey {
        backlogs = Map.copyOf(backlogs);
    }
}
