package dev.sluice.application.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.job.InMemoryJobQueue;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.JobState;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RescheduleJobTest {

    private final Chores chores = new Chores();
    private final InMemoryJobQueue queue = new InMemoryJobQueue(Set.of(Chore.QUEUE));
    private final RescheduleJob rescheduling = new RescheduleJob(chores.transactions(), chores.jobs(), queue);

    @Test
    void aJobThatHasNotBegunStartsWhenItIsTold() {
        JobId job = chores.enqueue("sweep");
        Instant later = chores.clock().instant().plus(Chores.LONG);
        assertThat(rescheduling.at(job, later)).isTrue();
        assertThat(chores.find(job).state()).isEqualTo(JobState.SCHEDULED);
        assertThat(chores.find(job).times().dueAt()).isEqualTo(later);
        assertThat(rescheduling.now(job)).isTrue();
        assertThat(chores.find(job).state()).isEqualTo(JobState.AVAILABLE);
        assertThat(queue.wakeUps()).isEqualTo(2);
    }

    @Test
    void aJobThatHasBegunStaysAsItIs() {
        JobId running = chores.claimNew("sweep").dispatch().job();
        assertThat(rescheduling.now(running)).isFalse();
        assertThat(rescheduling.at(Chores.newId(), Instant.EPOCH)).isFalse();
        assertThat(chores.find(running).state()).isEqualTo(JobState.RUNNING);
    }
}
