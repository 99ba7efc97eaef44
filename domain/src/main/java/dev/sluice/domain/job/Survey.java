package dev.sluice.domain.job;

import java.util.Map;

/**
 * What the record shows the dispatcher before it decides.
 *
 * @param ripe whether there are jobs, of any queue, whose time has come and which are not available yet
 * @param pauses what is not to be dispatched
 * @param backlogs what waits and what is under way, by queue
 */
public record Survey(boolean ripe, Pauses pauses, Map<QueueName, Backlog> backlogs) {

    public Survey {
        backlogs = Map.copyOf(backlogs);
    }

    public Backlog backlog(QueueName queue) {
        return backlogs.getOrDefault(queue, Backlog.NOTHING);
    }
}
