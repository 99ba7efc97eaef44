package dev.sluice.application.job.event;

import dev.sluice.domain.job.JobEvent;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.QueueName;
import org.jspecify.annotations.Nullable;

/**
 * Which events somebody wants to hear; null lets all through.
 *
 * @param queue only jobs of this queue
 * @param type only jobs of the type with this name
 * @param job only this job
 */
public record JobEventFilter(
        @Nullable QueueName queue,
        @Nullable String type,
        @Nullable JobId job) {

    boolean lets(JobEvent event) {
        return (queue == null || queue.equals(event.queue()))
                && (type == null || type.equals(event.type()))
                && (job == null || job.equals(event.id()));
    }
}
