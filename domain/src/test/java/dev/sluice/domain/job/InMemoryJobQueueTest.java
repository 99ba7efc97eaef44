package dev.sluice.domain.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InMemoryJobQueueTest extends JobQueueContract {

    private final QueueName queue = new QueueName("orders");
    private final InMemoryJobQueue jobs = new InMemoryJobQueue(Set.of(queue));
    private int awaited;

    @Override
    protected JobQueue jobs() {
        return jobs;
    }

    @Override
    protected WakeUps wakeUps() {
        return jobs;
    }

    @Override
    protected QueueName queue() {
        return queue;
    }

    @Override
    protected QueueName missingQueue() {
        return new QueueName("missing");
    }

    @Override
    protected List<Dispatch> takeAll() {
        return jobs.takeAll(queue);
    }

    @Override
    protected boolean awaitWakeUp() {
        awaited++;
        return jobs.wakeUps() >= awaited;
    }

    @Override
    protected void goDown() {
        jobs.goDown();
    }

    @Override
    protected void comeBack() {
        jobs.comeBack();
    }

    @Test
    void lostMessagesAreGone() {
        jobs.publish(queue, List.of(new Dispatch(new JobId(UUID.randomUUID()), 1)));

        jobs.loseAll();

        assertThat(jobs.depth(queue)).hasValue(0);
        assertThat(jobs.takeAll(queue)).isEmpty();
    }
}
