package dev.sluice.application.job.testkit;

import dev.sluice.domain.job.Job;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.JobLogLine;
import dev.sluice.domain.job.JobRequest;
import java.util.List;
import org.assertj.core.api.AssertProvider;
import org.jspecify.annotations.Nullable;

/**
 * A job as it stood when the test asked: AssertJ's {@code assertThat} knows it.
 *
 * @param request what was asked for
 * @param record what became of it
 * @param log what its handlers have written about it
 * @param result what it is kept with since it succeeded, or null
 */
public record TestedJob(
        JobRequest<?> request,
        Job record,
        List<JobLogLine> log,
        @Nullable Object result) implements AssertProvider<JobAssert> {

    public TestedJob {
        log = List.copyOf(log);
    }

    public JobId id() {
        return record.id();
    }

    @Override
    public JobAssert assertThat() {
        return new JobAssert(this);
    }
}
