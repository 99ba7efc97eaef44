package dev.sluice.application.job;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.application.job.Pace.Look;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PaceTest {

    private static final Duration POLL = Duration.ofMillis(250);
    private static final Duration SHORTEST = Duration.ofMillis(4);

    private final AtomicLong nanos = new AtomicLong();
    private final Pace pace = new Pace(nanos::get);

    @Test
    void whatIsNotHeldBackIsPolled() {
        look(Look.NOTHING, 100);
        assertThat(pace.rest(POLL)).isEqualTo(POLL);
        look(Look.ALL, 100);
        assertThat(pace.rest(POLL)).isEqualTo(POLL);
        assertThat(pace.isShort()).isFalse();
    }

    @Test
    void theFirstRestBehindAFullWindowIsShortWhateverWentBefore() {
        look(Look.FEW, 200);
        assertThat(pace.rest(POLL)).isEqualTo(SHORTEST);
        look(Look.ALL, 4);
        look(Look.NONE, 200);
        assertThat(pace.rest(POLL)).isEqualTo(SHORTEST);
        assertThat(pace.isShort()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"FEW, 20", "NONE, 20", "DENIED, 20", "SOME, 10", "MANY, 5"})
    void itRestsTheLongerTheLessOfTheWindowIsFree(Look look, long millis) {
        look(Look.SOME, 100);
        look(look, 10);
        assertThat(pace.rest(POLL)).isEqualTo(Duration.ofMillis(millis));
    }

    @Test
    void aLookThatAWakeUpHasBroughtForwardDoesNotLengthenTheRest() {
        look(Look.SOME, 100);
        look(Look.FEW, 1);
        look(Look.FEW, 1);
        look(Look.FEW, 1);
        assertThat(pace.rest(POLL)).isEqualTo(SHORTEST);
    }

    @Test
    void itNeverRestsLongerThanThePoll() {
        look(Look.NONE, 100);
        look(Look.NONE, 200);
        assertThat(pace.rest(POLL)).isEqualTo(POLL);
        assertThat(pace.isShort()).isFalse();
    }

    @Test
    void theQueueThatNeedsItMostSetsThePace() {
        look(Look.SOME, 100);
        nanos.addAndGet(Duration.ofMillis(20).toNanos());
        pace.note(List.of(Look.NOTHING, Look.NONE, Look.MANY));
        assertThat(pace.rest(POLL)).isEqualTo(Duration.ofMillis(10));
    }

    @ParameterizedTest
    @CsvSource({"1, 100, FEW", "24, 100, FEW", "25, 100, SOME", "49, 100, SOME", "50, 100, MANY", "1, 1, MANY"})
    void howMuchWasFreeTellsWhatALookCameTo(int room, int window, Look look) {
        assertThat(Look.sent(room, window)).isEqualTo(look);
    }

    private void look(Look look, long millisSinceTheLast) {
        nanos.addAndGet(Duration.ofMillis(millisSinceTheLast).toNanos());
        pace.note(List.of(look));
    }
}
