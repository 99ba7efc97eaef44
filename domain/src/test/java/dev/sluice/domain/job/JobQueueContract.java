package dev.sluice.domain.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every delivery of jobs does. */
public abstract class JobQueueContract {

    /** Delivers through a broker that is up. */
    protected abstract JobQueue jobs();

    /** Calls the dispatcher through the same broker. */
    protected abstract WakeUps wakeUps();

    /** A queue that the broker has; empty when a test begins, and nobody else consumes from it. */
    protected abstract QueueName queue();

    /** A queue that the broker does not have. */
    protected abstract QueueName missingQueue();

    /** Takes and acknowledges all that waits in {@link #queue()}. */
    protected abstract List<Dispatch> takeAll() throws Exception;

    /** Waits, at most some seconds, for a wake-up that has not been waited for yet. */
    protected abstract boolean awaitWakeUp() throws InterruptedException;

    /** Puts the broker out of reach. */
    protected abstract void goDown();

    /** Puts the broker back in reach, and waits until it can be asked. */
    protected abstract void comeBack();

    @Test
    void whatIsPublishedWaitsUntilItIsTaken() throws Exception {
        List<Dispatch> batch = dispatches(50);

        assertThat(jobs().publish(queue(), batch)).isEmpty();

        assertThat(jobs().depth(queue()).orElseThrow()).isBetween(1L, 50L);
        assertThat(takeAll()).containsExactlyInAnyOrderElementsOf(batch);
        assertThat(jobs().depth(queue())).hasValue(0);
    }

    @Test
    void laterBatchesAreAddedToEarlierOnes() throws Exception {
        List<Dispatch> first = dispatches(3);
        List<Dispatch> second = dispatches(2);

        jobs().publish(queue(), first);
        jobs().publish(queue(), second);

        assertThat(takeAll()).containsAll(first).containsAll(second).hasSize(5);
    }

    @Test
    void aDispatchThatIsPublishedTwiceIsDeliveredTwice() throws Exception {
        List<Dispatch> one = dispatches(1);

        jobs().publish(queue(), one);
        jobs().publish(queue(), one);

        assertThat(takeAll()).containsExactly(one.getFirst(), one.getFirst());
    }

    @Test
    void anEmptyBatchIsAccepted() throws Exception {
        assertThat(jobs().publish(queue(), List.of())).isEmpty();
        assertThat(takeAll()).isEmpty();
    }

    @Test
    void whatNoQueueReceivesIsRefused() {
        List<Dispatch> batch = dispatches(3);

        Collection<Dispatch> refused = jobs().publish(missingQueue(), batch);

        assertThat(refused).containsExactlyInAnyOrderElementsOf(batch);
    }

    @Test
    void aRefusalDoesNotHarmWhatIsPublishedNext() throws Exception {
        List<Dispatch> batch = dispatches(3);

        jobs().publish(missingQueue(), batch);

        assertThat(jobs().publish(queue(), batch)).isEmpty();
        assertThat(takeAll()).hasSize(3);
    }

    @Test
    void theDepthOfAMissingQueueIsUnknown() {
        assertThat(jobs().depth(missingQueue())).isEmpty();
        assertThat(jobs().depth(queue())).hasValue(0);
    }

    @Test
    void aWakeUpArrives() throws Exception {
        wakeUps().wakeDispatcher();

        assertThat(awaitWakeUp()).isTrue();
    }

    @Test
    void aBrokerOutOfReachRefusesEverythingAndIsUsedAgainWhenItIsBack() throws Exception {
        List<Dispatch> batch = dispatches(3);
        goDown();

        assertThat(jobs().publish(queue(), batch)).containsExactlyInAnyOrderElementsOf(batch);
        assertThat(jobs().depth(queue())).isEmpty();
        assertThatCode(() -> wakeUps().wakeDispatcher()).doesNotThrowAnyException();

        comeBack();
        assertThat(jobs().publish(queue(), batch)).isEmpty();
        assertThat(takeAll()).containsExactlyInAnyOrderElementsOf(batch);
        wakeUps().wakeDispatcher();
        assertThat(awaitWakeUp()).isTrue();
    }

    private static List<Dispatch> dispatches(int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(number -> new Dispatch(new JobId(UUID.randomUUID()), number))
                .toList();
    }
}
