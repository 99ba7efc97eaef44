package dev.sluice.domain.rate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowanceTest {

    private static final Duration MINUTE = Duration.ofMinutes(1);

    @Test
    void aTenthOfItAndAtLeastOneRequestPassesWhileNobodyCounts() {
        assertThat(new Allowance(600, MINUTE).uncounted()).isEqualTo(new Allowance(60, MINUTE));
        assertThat(new Allowance(3, MINUTE).uncounted()).isEqualTo(new Allowance(1, MINUTE));
    }

    @ParameterizedTest
    @ValueSource(longs = {-1, 0, 1_000_000_001})
    void itIsFromOneRequestToABillion(long requests) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Allowance(requests, MINUTE))
                .withMessage("an allowance is from 1 to 1000000000 requests, not " + requests);
    }

    @ParameterizedTest
    @ValueSource(strings = {"PT0S", "PT-1S", "PT1.5S", "PT1H1S"})
    void aWindowIsOfWholeSecondsUpToAnHour(String window) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Allowance(1, Duration.parse(window)))
                .withMessage("a window is whole seconds from 1s to 1h, not " + window);
    }
}
