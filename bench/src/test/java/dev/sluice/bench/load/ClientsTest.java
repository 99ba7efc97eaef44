package dev.sluice.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.time.Duration;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ClientsTest {

    private final Queue<Long> called = new ConcurrentLinkedQueue<>();

    @Test
    void aClosedLoopMakesEachCallOnce() {
        double rate = Clients.closedLoop(4, 10, 100, called::add);

        assertThat(called).containsExactlyInAnyOrderElementsOf(numbers(10, 110));
        assertThat(rate).isPositive();
    }

    @Test
    void anOpenLoopMakesAsManyCallsAsTheRateSays() {
        double rate = Clients.openLoop(1_000, Duration.ofMillis(50), 10, called::add);

        assertThat(called).containsExactlyInAnyOrderElementsOf(numbers(10, 60));
        assertThat(rate).isPositive();
    }

    @Test
    void aCallThatFailsFailsTheMeasurement() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Clients.closedLoop(1, 0, 1, number -> {
                    throw new IllegalArgumentException();
                }))
                .withMessage("a call failed");
    }

    private static List<Long> numbers(long first, long end) {
        return LongStream.range(first, end).boxed().toList();
    }
}
