package dev.sluice.bench.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import org.junit.jupiter.api.Test;

class MeasurementsTest {

    @Test
    void aFigureIsTheLeastTheMiddleAndTheGreatestValueOfAllRounds() {
        Measurements measurements = new Measurements();
        measurements.add("drain", "jobs/s", 30);
        measurements.add("enqueue", "jobs/s", 7);
        measurements.add("drain", "jobs/s", 10);
        measurements.add("drain", "jobs/s", 14);

        assertThat(measurements.figures())
                .containsExactly(new Figure("drain", "jobs/s", 10, 14, 30), new Figure("enqueue", "jobs/s", 7, 7, 7));
    }

    @Test
    void theMiddleOfAnEvenNumberLiesBetweenTheTwoInTheMiddle() {
        assertThat(Figure.of("p99", "ms", List.of(4.0, 1.0, 2.0, 9.0)).median()).isEqualTo(3);
    }

    @Test
    void whatWasNeverMeasuredIsNoFigure() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Figure.of("p99", "ms", List.of()))
                .withMessage("nothing was measured of p99");
    }
}
