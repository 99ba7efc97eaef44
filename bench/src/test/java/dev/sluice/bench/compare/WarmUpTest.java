package dev.sluice.bench.compare;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import org.junit.jupiter.api.Test;

class WarmUpTest {

    private final WarmUp warmUp = new WarmUp(Duration.ofSeconds(1));

    @Test
    void itEndsOnceMoreOfItBringsLittle() {
        assertThat(left(10, 20, 21, 40)).containsExactly(40.0);
    }

    @Test
    void itEndsAfterSixTimesEvenSo() {
        assertThat(left(1, 2, 4, 8, 16, 32, 64)).containsExactly(64.0);
    }

    @Test
    void whatAnswersNothingIsTriedOnce() {
        assertThat(left(0, 10)).containsExactly(10.0);
    }

    private List<Double> left(double... rates) {
        Deque<Double> coming = new ArrayDeque<>();
        for (double rate : rates) {
            coming.add(rate);
        }
        warmUp.run(span -> coming.pop());
        return List.copyOf(coming);
    }
}
