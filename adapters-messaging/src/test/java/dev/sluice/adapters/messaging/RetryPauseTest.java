package dev.sluice.adapters.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class RetryPauseTest {

    private static final Duration ABOUT = Duration.ofSeconds(2);

    @Test
    void chanceDecidesBetweenHalfAsLongAndHalfAsLongAgain() {
        assertThat(new RetryPause(ABOUT, () -> 0).next()).isEqualTo(Duration.ofSeconds(1));
        assertThat(new RetryPause(ABOUT, () -> 0.5).next()).isEqualTo(ABOUT);
        assertThat(new RetryPause(ABOUT, () -> 1).next()).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void pausesDiffer() {
        RetryPause pause = RetryPause.of(ABOUT);
        Set<Duration> pauses = new HashSet<>();
        for (int time = 0; time < 100; time++) {
            pauses.add(pause.next());
        }
        assertThat(pauses)
                .hasSizeGreaterThan(1)
                .allSatisfy(each -> assertThat(each).isBetween(Duration.ofSeconds(1), Duration.ofSeconds(3)));
    }
}
