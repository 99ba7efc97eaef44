package dev.sluice.application.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.job.InMemoryJobQueue;
import dev.sluice.domain.job.Pauses;
import java.util.Set;
import org.junit.jupiter.api.Test;

class PauseJobsTest {

    private final Chores chores = new Chores();
    private final InMemoryJobQueue queue = new InMemoryJobQueue(Set.of(Chore.QUEUE));
    private final PauseJobs pausing = new PauseJobs(chores.transactions(), chores.jobs(), queue);

    @Test
    void queuesAndTypesArePausedAndResumed() {
        pausing.pause(Chore.QUEUE, true);
        pausing.pauseType("do-chore", true);
        assertThat(chores.jobs().current()).isEqualTo(new Pauses(Set.of(Chore.QUEUE), Set.of("do-chore")));
        pausing.pause(Chore.QUEUE, false);
        pausing.pauseType("do-chore", false);
        assertThat(chores.jobs().current().isEmpty()).isTrue();
    }

    @Test
    void theDispatcherIsWokenOnceTheChangeHasCommitted() {
        chores.transactions().run(() -> {
            pausing.pause(Chore.QUEUE, true);
            assertThat(queue.wakeUps()).isZero();
        });
        assertThat(queue.wakeUps()).isEqualTo(1);
    }
}
