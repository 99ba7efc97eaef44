package dev.sluice.adapters.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ReachabilityTest {

    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final AtomicLong now = new AtomicLong();
    private final Reachability broker = new Reachability(new RetryPause(PAUSE, () -> 0.5), now::get);

    @Test
    void aBrokerNotYetTriedIsWorthTrying() {
        assertThat(broker.isWorthTrying()).isTrue();
    }

    @Test
    void aBrokerOutOfReachIsLeftAloneForThePause() {
        broker.missed(new IllegalStateException("refused"));
        assertThat(broker.isWorthTrying()).isFalse();

        now.addAndGet(PAUSE.toNanos() - 1);
        assertThat(broker.isWorthTrying()).isFalse();

        now.addAndGet(1);
        assertThat(broker.isWorthTrying()).isTrue();
    }

    @Test
    void eachFailureBeginsThePauseAnew() {
        broker.missed(new IllegalStateException("refused"));
        now.addAndGet(PAUSE.toNanos());

        broker.missed(new IllegalStateException("refused"));

        assertThat(broker.isWorthTrying()).isFalse();
    }

    @Test
    void aBrokerInReachAgainIsWorthTryingAtOnce() {
        broker.missed(new IllegalStateException("refused"));

        broker.reached();

        assertThat(broker.isWorthTrying()).isTrue();
    }
}
