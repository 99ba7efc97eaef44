package dev.sluice.adapters.youtube;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class QuotaDayTest {

    @ParameterizedTest
    @CsvSource({
        "2026-01-15T08:00:59Z, 2026-01-14",
        "2026-01-15T08:01:00Z, 2026-01-15",
        "2026-07-15T07:00:59Z, 2026-07-14",
        "2026-07-15T07:01:00Z, 2026-07-15"
    })
    void aDayBeginsAMinuteAfterMidnightInPacificTime(Instant time, LocalDate date) {
        assertThat(QuotaDay.at(time)).isEqualTo(new QuotaDay(date));
    }

    @ParameterizedTest
    @CsvSource({"2026-01-15, 24", "2026-03-08, 23", "2026-11-01, 25"})
    void aDayLastsAsLongAsTheClocksSay(LocalDate date, long hours) {
        Instant begin = new QuotaDay(date.minusDays(1)).end();
        assertThat(QuotaDay.at(begin)).isEqualTo(new QuotaDay(date));
        assertThat(new QuotaDay(date).end()).isEqualTo(begin.plus(Duration.ofHours(hours)));
    }

    @Test
    void theEndOfADayIsInTheNext() {
        QuotaDay day = new QuotaDay(LocalDate.parse("2026-11-25"));
        assertThat(QuotaDay.at(day.end().minusNanos(1))).isEqualTo(day);
        assertThat(QuotaDay.at(day.end())).isNotEqualTo(day);
    }
}
