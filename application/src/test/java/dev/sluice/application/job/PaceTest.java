package dev.sluice.application.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.application.job.Pace.Look;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTest {

    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration FIRST = Duration.ofMillis(8);
    private static final Duration SHORTEST = Duration.ofMillis(2);

    private final Pace pace = new Pace();

    @Test
    void whatIsNotHeldBackIsPolled() {
        look(Look.NOTHING);
        assertThat(pace.rest(POLL)).isEqualTo(POLL);
        look(Look.ALL);
        assertThat(pace.rest(POLL)).isEqualTo(POLL);
        assertThat(pace.isShort()).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"FEW, 64", "NONE, 64", "DENIED, 64", "SOME, 32", "MANY, 16"})
    void itRestsTheLongerTheLessOfTheWindowIsFree(Look look, long millis) {
        look(Look.FEW);
        look(Look.FEW);
        look(Look.FEW);
        assertThat(pace.rest(POLL)).isEqualTo(Duration.ofMillis(32));
        look(look);
        assertThat(pace.rest(POLL)).isEqualTo(Duration.ofMillis(millis));
        assertThat(pace.isShort()).isEqualTo(millis <= 32);
    }

    @Test
    void theRestHasALowerBound() {
        look(Look.MANY);
        assertThat(pace.rest(POLL)).isEqualTo(FIRST);
        look(Look.MANY);
        look(Look.MANY);
        look(Look.MANY);
        assertThat(pace.rest(POLL)).isEqualTo(SHORTEST);
        assertThat(pace.isShort()).isTrue();
    }

    @Test
    void whatWentBeforeAnEmptyQueueDoesNotLengthenTheRestBehindAFullWindow() {
        look(Look.FEW);
        look(Look.FEW);
        look(Look.ALL);
        look(Look.NONE);
        assertThat(pace.rest(POLL)).isEqualTo(FIRST);
    }

    @Test
    void aLookThatAWakeUpHasBroughtForwardDoesNotLengthenTheRest() {
        look(Look.FEW);
        pace.note(List.of(Look.FEW), true);
        pace.note(List.of(Look.NONE), true);
        assertThat(pace.rest(POLL)).isEqualTo(FIRST);
        pace.note(List.of(Look.FEW), false);
        assertThat(pace.rest(POLL)).isEqualTo(FIRST.multipliedBy(2));
    }

    @Test
    void itNeverRestsLongerThanThePollAndComesBackInAFewLooks() {
        for (int look = 0; look < 100; look++) {
            look(Look.NONE);
        }
        assertThat(pace.rest(POLL)).isEqualTo(POLL);
        assertThat(pace.rest(POLL.multipliedBy(4))).isEqualTo(Duration.ofMillis(256));
        for (int look = 0; look < 7; look++) {
            look(Look.MANY);
        }
        assertThat(pace.rest(POLL)).isEqualTo(SHORTEST);
    }

    @Test
    void theQueueThatNeedsItMostSetsThePace() {
        look(Look.FEW);
        look(Look.FEW);
        look(Look.FEW);
        pace.note(List.of(Look.NOTHING, Look.NONE, Look.MANY), false);
        assertThat(pace.rest(POLL)).isEqualTo(Duration.ofMillis(16));
    }

    @ParameterizedTest
    @CsvSource({"1, 100, FEW", "24, 100, FEW", "25, 100, SOME", "49, 100, SOME", "50, 100, MANY", "1, 1, MANY"})
    void howMuchWasFreeTellsWhatALookCameTo(int room, int window, Look look) {
        assertThat(Look.sent(room, window)).isEqualTo(look);
    }

    private void look(Look look) {
        pace.note(List.of(look), false);
    }
}
