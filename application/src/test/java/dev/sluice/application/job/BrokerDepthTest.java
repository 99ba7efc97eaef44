package dev.sluice.application.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.job.Dispatch;
import dev.sluice.domain.job.DispatcherTerm;
import dev.sluice.domain.job.JobQueue;
import dev.sluice.domain.job.QueueName;
import dev.sluice.domain.job.WorkerId;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class BrokerDepthTest {

    private static final DispatcherTerm TERM = new DispatcherTerm(WorkerId.random(), 1);

    private final AskedQueue broker = new AskedQueue();
    private long nanos;
    private final BrokerDepth depth = new BrokerDepth(Chore.QUEUE, broker, () -> nanos);

    @Test
    void theBrokerIsNotAskedAgainWhileWhatItHoldsAtMostIsFewEnough() {
        broker.depth = 3;
        assertThat(depth.atMost(TERM, 5)).hasValue(3);
        depth.sent(2);
        assertThat(depth.atMost(TERM, 5)).hasValue(5);
        assertThat(broker.asked).isEqualTo(1);
    }

    @Test
    void itIsAskedWhereWhatWasSentSinceMayLeaveTooLittleRoom() {
        depth.atMost(TERM, 5);
        depth.sent(6);
        broker.depth = 1;
        assertThat(depth.atMost(TERM, 5)).hasValue(1);
        assertThat(depth.atMost(TERM, 0)).hasValue(1);
        assertThat(broker.asked).isEqualTo(3);
    }

    @Test
    void anOldWordCountsNoMore() {
        depth.atMost(TERM, 5);
        broker.depth = -1;
        nanos += Duration.ofMillis(250).toNanos();
        assertThat(depth.atMost(TERM, 5)).isEmpty();
    }

    @Test
    void aBrokerOutOfReachIsAskedEachTime() {
        broker.depth = -1;
        assertThat(depth.atMost(TERM, 5)).isEmpty();
        broker.depth = 2;
        assertThat(depth.atMost(TERM, 5)).hasValue(2);
    }

    @Test
    void inANewTermOthersMayHaveSent() {
        depth.atMost(TERM, 5);
        broker.depth = 4;
        assertThat(depth.atMost(new DispatcherTerm(TERM.holder(), 2), 5)).hasValue(4);
    }

    @Test
    void afterARefusalItIsAsked() {
        depth.atMost(TERM, 5);
        depth.doubt();
        broker.depth = -1;
        assertThat(depth.atMost(TERM, 5)).isEmpty();
    }

    /** Counts how often it is asked; a negative depth is out of reach. */
    private static final class AskedQueue implements JobQueue {

        private int depth;
        private int asked;

        @Override
        public Collection<Dispatch> publish(QueueName queue, List<Dispatch> dispatches) {
            throw new UnsupportedOperationException();
        }

        @Override
        public OptionalLong depth(QueueName queue) {
            asked++;
            return depth < 0 ? OptionalLong.empty() : OptionalLong.of(depth);
        }
    }
}
