package dev.sluice.domain.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.util.Random;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;

class BackoffTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private final RandomGenerator chance = new Random(4711);

    @Test
    void aFixedBackoffStaysTheSame() {
        Backoff backoff = Backoff.fixed(SECOND);
        assertThat(backoff.after(1, chance)).isEqualTo(SECOND);
        assertThat(backoff.after(9, chance)).isEqualTo(SECOND);
    }

    @Test
    void anExponentialBackoffDoublesUpToTheLongest() {
        Backoff backoff = Backoff.exponential(SECOND, Duration.ofSeconds(10));
        assertThat(backoff.after(1, chance)).isEqualTo(SECOND);
        assertThat(backoff.after(3, chance)).isEqualTo(Duration.ofSeconds(4));
        assertThat(backoff.after(5, chance)).isEqualTo(Duration.ofSeconds(10));
        assertThat(backoff.after(100_000, chance)).isEqualTo(Duration.ofSeconds(10));
    }

    @Test
    void jitterTakesUpToItsPart() {
        Backoff backoff = Backoff.fixed(SECOND).jittered(0.5);
        assertThat(chance.ints(100).mapToObj(any -> backoff.after(1, chance)))
                .allMatch(pause -> pause.toMillis() >= 500 && pause.toMillis() <= 1_000)
                .anyMatch(pause -> pause.toMillis() < 700)
                .anyMatch(pause -> pause.toMillis() > 800);
    }

    @Test
    void whatIsNoBackoffIsRefused() {
        assertThatIllegalArgumentException().isThrownBy(() -> Backoff.fixed(SECOND.negated()));
        assertThatIllegalArgumentException().isThrownBy(() -> Backoff.exponential(SECOND, Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> new Backoff(SECOND, 0.5, SECOND, 0));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Backoff.fixed(SECOND).jittered(1.1));
    }
}
