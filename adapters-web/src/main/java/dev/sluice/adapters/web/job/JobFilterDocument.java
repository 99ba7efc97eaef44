package dev.sluice.adapters.web.job;

import dev.sluice.adapters.web.problem.Refusal;
import dev.sluice.adapters.web.problem.Violation;
import dev.sluice.domain.job.GroupKey;
import dev.sluice.domain.job.JobFilter;
import dev.sluice.domain.job.JobState;
import dev.sluice.domain.job.QueueName;
import jakarta.validation.constraints.Pattern;
import org.jspecify.annotations.Nullable;

/** Which jobs a request is about: those of which all holds that it says, and it says something. */
public record JobFilterDocument(
        @Nullable JobState state,

        @Nullable @Pattern(regexp = TypeName.SHAPE, message = NAME)
        String type,

        @Nullable @Pattern(regexp = TypeName.SHAPE, message = NAME)
        String queue,

        @Nullable
        @Pattern(regexp = GroupName.SHAPE, message = "must have 1 to 100 characters and no control characters")
        String group) {

    private static final String NAME =
            "must have 1 to 63 lower-case letters, digits and hyphens and begin with a letter";

    JobFilter filter() {
        JobFilter filter = new JobFilter(
                state, type, queue == null ? null : new QueueName(queue), group == null ? null : new GroupKey(group));
        if (filter.equals(JobFilter.ALL)) {
            throw Refusal.invalid(
                            Violation.ofBody("/filter", "required", "must name a state, a type, a queue or a group"))
                    .asException();
        }
        return filter;
    }
}
