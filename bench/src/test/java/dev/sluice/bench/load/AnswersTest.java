package dev.sluice.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.sluice.bench.load.Answers.Window;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class AnswersTest {

    /** The order is that of the answers' ends; the first request was sent at 1 s. */
    private static final List<String> LOG = List.of(
            "1100000\t200\t50000",
            "1000000\t503\t700000",
            "2000000\t200\t100000",
            "2500000\t503\t1000",
            "2600000\t503\t3000",
            "2700000\t500\t4000",
            "2800000\t-1\t5000",
            "2900000\t200\t200000");

    private final Answers answers = Answers.read(LOG, 10);

    @Test
    void whatTheLogDoesNotTellAndWhatFailedIsUnanswered() {
        assertThat(answers.unanswered()).isEqualTo(3);
    }

    @Test
    void aWindowHasTheAnswersThatEndInIt() {
        Window steady = answers.window(Duration.ofSeconds(1), Duration.ofSeconds(1));

        assertThat(steady.goodRate()).isEqualTo(1);
        assertThat(steady.refusalRate()).isEqualTo(2);
        assertThat(steady.errorRate()).isEqualTo(2);
    }

    @Test
    void aWindowCanBeOneOfTheClock() {
        Window second = answers.between(Instant.ofEpochMilli(2_050), Instant.ofEpochMilli(3_050));

        assertThat(second.goodRate()).isEqualTo(1);
        assertThat(second.refusalPercentile(99)).contains(Duration.ofMillis(3));
    }

    @Test
    void timesAreThoseOfRequestsSentInTheWindow() {
        Window steady = answers.window(Duration.ofSeconds(1), Duration.ofSeconds(1));

        assertThat(steady.refusalPercentile(99)).contains(Duration.ofMillis(3));
        assertThat(steady.refusalPercentile(50)).contains(Duration.ofMillis(1));
        assertThat(steady.goodPercentile(99)).contains(Duration.ofMillis(200));
    }

    @Test
    void whatNeverHappenedTookNoTime() {
        assertThat(Answers.read(List.of("1000000\t200\t5"), 1).whole().refusalPercentile(99))
                .isEmpty();
    }

    @Test
    void theWholeReachesFromTheFirstRequestToTheLastAnswer() {
        assertThat(Answers.read(List.of("1000000\t200\t100", "1000000\t200\t999999"), 2)
                        .whole()
                        .goodRate())
                .isEqualTo(2);
    }

    @Test
    void anotherLineIsRefused() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Answers.read(List.of("nonsense"), 1))
                .withMessageContaining("nonsense");
    }
}
