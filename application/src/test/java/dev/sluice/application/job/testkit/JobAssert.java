package dev.sluice.application.job.testkit;

import dev.sluice.domain.job.JobFailure;
import dev.sluice.domain.job.JobLogLine;
import dev.sluice.domain.job.JobOptions;
import dev.sluice.domain.job.JobProgress;
import dev.sluice.domain.job.JobState;
import dev.sluice.domain.job.JobType;
import java.time.Instant;
import java.util.function.Consumer;
import org.assertj.core.api.AbstractAssert;
import org.assertj.core.api.Assertions;
import org.assertj.core.api.ObjectAssert;
import org.jspecify.annotations.Nullable;

/** Assertions on a job: what was asked for and what became of it. */
public final class JobAssert extends AbstractAssert<JobAssert, TestedJob> {

    JobAssert(TestedJob job) {
        super(job, JobAssert.class);
        as("job %s of type %s", job.id().value(), job.record().type());
    }

    public JobAssert hasType(JobType<?> type) {
        that(actual.request().type(), "type").isEqualTo(type);
        return this;
    }

    public JobAssert hasPayload(Object payload) {
        that(actual.request().payload(), "payload").isEqualTo(payload);
        return this;
    }

    /** Asserts something about what its request said beyond its type: group, priority, parent and so on. */
    public JobAssert hasOptions(Consumer<JobOptions> requirements) {
        that(actual.request().options(), "options").isInstanceOfSatisfying(JobOptions.class, requirements);
        return this;
    }

    public JobAssert hasState(JobState state) {
        that(actual.record().state(), "state").isEqualTo(state);
        return this;
    }

    public JobAssert succeeded() {
        return hasState(JobState.SUCCEEDED);
    }

    public JobAssert died() {
        return hasState(JobState.DEAD);
    }

    public JobAssert isDueAt(Instant time) {
        that(actual.record().times().dueAt(), "due time").isEqualTo(time);
        return this;
    }

    /** Asserts how many attempts count: one that snoozed does not. */
    public JobAssert hasAttempts(int attempts) {
        that(actual.record().attempt(), "attempts").isEqualTo(attempts);
        return this;
    }

    public JobAssert hasResult(Object result) {
        that(actual.result(), "result").isEqualTo(result);
        return this;
    }

    public JobAssert hasProgress(int percent, String note) {
        that(actual.record().progress(), "progress").isEqualTo(new JobProgress(percent, note));
        return this;
    }

    /** Asserts all lines that its handlers have written, oldest first. */
    public JobAssert hasLogged(String... lines) {
        Assertions.assertThat(actual.log())
                .as("%s: log", descriptionText())
                .extracting(JobLogLine::text)
                .containsExactly(lines);
        return this;
    }

    /** Asserts why its attempts have failed, oldest first; none if nothing is named. */
    public JobAssert hasErrors(String... errors) {
        Assertions.assertThat(actual.record().failures())
                .as("%s: errors", descriptionText())
                .extracting(JobFailure::error)
                .containsExactly(errors);
        return this;
    }

    private ObjectAssert<@Nullable Object> that(@Nullable Object part, String name) {
        return Assertions.assertThat(part).as("%s: %s", descriptionText(), name);
    }
}
