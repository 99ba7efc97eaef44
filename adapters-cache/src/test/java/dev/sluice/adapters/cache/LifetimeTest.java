package dev.sluice.adapters.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.cache.CachePolicy;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LifetimeTest {

    private static final CachePolicy POLICY = CachePolicy.of(Duration.ofSeconds(10))
            .withStale(Duration.ofSeconds(5), Duration.ofSeconds(60))
            .withAbsence(Duration.ofSeconds(3));

    @ParameterizedTest
    @CsvSource({
        "0, FRESH",
        "9999, FRESH",
        "10000, REFRESHABLE",
        "14999, REFRESHABLE",
        "15000, LAST_RESORT",
        "69999, LAST_RESORT",
        "70000, DEAD"
    })
    void aValueIsGoodForLessAndLess(long ageMillis, Freshness freshness) {
        assertThat(Lifetime.of(POLICY, POLICY.ttl(), 0)
                        .at(Duration.ofMillis(ageMillis).toNanos()))
                .isEqualTo(freshness);
    }

    @Test
    void jitterOnlyShortensTheTtlAndNeverByMoreThanItsShare() {
        assertThat(Lifetime.of(POLICY, POLICY.ttl(), 0).fresh()).isEqualTo(10_000);
        assertThat(Lifetime.of(POLICY, POLICY.ttl(), 1).fresh()).isEqualTo(9_000);
        assertThat(Lifetime.of(POLICY, Duration.ofMillis(1), 1).fresh()).isEqualTo(1);
    }

    @Test
    void absenceIsNeverStale() {
        assertThat(Lifetime.ofAbsence(POLICY)).isEqualTo(new Lifetime(3_000, 3_000, 3_000));
        assertThat(Lifetime.ofAbsence(POLICY.withAbsence(Duration.ZERO)).end()).isZero();
    }
}
