package dev.sluice.domain.cache;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CachePolicyTest {

    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final CachePolicy POLICY = CachePolicy.of(SECOND);

    @Test
    void valuesAreNeitherStaleNorRememberedAsAbsentUnlessThatIsSaid() {
        assertThat(POLICY.staleWhileRefreshed()).isZero();
        assertThat(POLICY.staleIfFailing()).isZero();
        assertThat(POLICY.absentTtl()).isZero();
    }

    @Test
    void whatIsSaidOneAfterTheOtherHoldsTogether() {
        assertThat(POLICY.withJitter(0.2)
                        .withStale(SECOND, SECOND.multipliedBy(2))
                        .withAbsence(SECOND.multipliedBy(3))
                        .withLocal(5, SECOND.multipliedBy(4))
                        .withLargest(6))
                .isEqualTo(new CachePolicy(
                        SECOND,
                        0.2,
                        SECOND,
                        SECOND.multipliedBy(2),
                        SECOND.multipliedBy(3),
                        new CachePolicy.Local(5, SECOND.multipliedBy(4)),
                        6));
    }

    @ParameterizedTest
    @ValueSource(doubles = {-0.1, 0.51, Double.NaN})
    void aJitterBelowZeroOrAboveHalfIsRefused(double jitter) {
        assertThatIllegalArgumentException().isThrownBy(() -> POLICY.withJitter(jitter));
    }

    @Test
    void negativeSpansAndSizesAreRefused() {
        Duration negative = Duration.ofMillis(-1);
        assertThatIllegalArgumentException().isThrownBy(() -> POLICY.withStale(negative, SECOND));
        assertThatIllegalArgumentException().isThrownBy(() -> POLICY.withStale(SECOND, negative));
        assertThatIllegalArgumentException().isThrownBy(() -> POLICY.withAbsence(negative));
        assertThatIllegalArgumentException().isThrownBy(() -> POLICY.withLocal(-1, SECOND));
        assertThatIllegalArgumentException().isThrownBy(() -> POLICY.withLocal(1, negative));
        assertThatIllegalArgumentException().isThrownBy(() -> POLICY.withLargest(0));
    }
}
