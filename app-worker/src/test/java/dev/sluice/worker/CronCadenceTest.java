package dev.sluice.worker;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.zone.ZoneOffsetTransition;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The clocks of Berlin go from 02:00 to 03:00 on 2026-03-29 and from 03:00 back to 02:00 on 2026-10-25. */
class CronCadenceTest {

    private static final Instant NEW_YEAR = Instant.parse("2026-01-01T00:00:00Z");
    private static final ZonedDateTime BEFORE_GAP = ZonedDateTime.parse("2026-03-28T12:00+01:00[Europe/Berlin]");
    private static final ZonedDateTime BEFORE_OVERLAP = ZonedDateTime.parse("2026-10-24T12:00+02:00[Europe/Berlin]");

    @Test
    void itsTimesAreThoseOfTheExpression() {
        assertThat(times("0 30 6 * * MON-FRI", ZonedDateTime.parse("2026-03-05T12:00Z[UTC]"), 2))
                .containsExactly("2026-03-06T06:30Z[UTC]", "2026-03-09T06:30Z[UTC]");
    }

    @Test
    void aTimeInTheGapIsDueAtTheMomentOfTheChange() {
        assertThat(times("0 30 2 * * *", BEFORE_GAP, 2))
                .containsExactly("2026-03-29T03:00+02:00[Europe/Berlin]", "2026-03-30T02:30+02:00[Europe/Berlin]");
    }

    @Test
    void allTimesInTheGapAreDueOnceTogether() {
        assertThat(times("0 0/20 2,3 * * *", BEFORE_GAP, 4))
                .containsExactly(
                        "2026-03-29T03:00+02:00[Europe/Berlin]",
                        "2026-03-29T03:20+02:00[Europe/Berlin]",
                        "2026-03-29T03:40+02:00[Europe/Berlin]",
                        "2026-03-30T02:00+02:00[Europe/Berlin]");
    }

    @Test
    void aDayThatBeginsInAGapBeginsWithTheChange() {
        ZonedDateTime before = ZonedDateTime.parse("2018-11-03T12:00-03:00[America/Sao_Paulo]");

        assertThat(times("@daily", before, 2))
                .containsExactly(
                        "2018-11-04T01:00-02:00[America/Sao_Paulo]", "2018-11-05T00:00-02:00[America/Sao_Paulo]");
    }

    @Test
    void aTimeThatComesTwiceIsDueTheFirstTime() {
        assertThat(times("0 30 2 * * *", BEFORE_OVERLAP, 2))
                .containsExactly("2026-10-25T02:30+02:00[Europe/Berlin]", "2026-10-26T02:30+01:00[Europe/Berlin]");
    }

    @Test
    void inTheRepeatedHourNothingOfADayIsDue() {
        ZonedDateTime repeated = ZonedDateTime.parse("2026-10-25T02:10+01:00[Europe/Berlin]");

        assertThat(times("0 30 2,3 * * *", repeated, 1)).containsExactly("2026-10-25T03:30+01:00[Europe/Berlin]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 0 * * * *", "@hourly"})
    void whatIsDueInEveryHourIsDueInTheRepeatedOneToo(String hourly) {
        assertThat(times(hourly, ZonedDateTime.parse("2026-10-25T01:30+02:00[Europe/Berlin]"), 3))
                .containsExactly(
                        "2026-10-25T02:00+02:00[Europe/Berlin]",
                        "2026-10-25T02:00+01:00[Europe/Berlin]",
                        "2026-10-25T03:00+01:00[Europe/Berlin]");
        assertThat(times(hourly, ZonedDateTime.parse("2026-03-29T00:30+01:00[Europe/Berlin]"), 3))
                .containsExactly(
                        "2026-03-29T01:00+01:00[Europe/Berlin]",
                        "2026-03-29T03:00+02:00[Europe/Berlin]",
                        "2026-03-29T04:00+02:00[Europe/Berlin]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"0 30 2 * * *", "0 0 0 * * *", "0 */17 0-6 * * *", "0 */20 * * * *"})
    void inEveryZoneItMovesOnWhenTheClocksChange(String cron) {
        CronCadence cadence = new CronCadence(cron);

        ZoneId.getAvailableZoneIds().stream().map(ZoneId::of).forEach(zone -> {
            ZoneOffsetTransition change = zone.getRules().nextTransition(NEW_YEAR);
            while (change != null && change.getInstant().isBefore(NEW_YEAR.plus(Duration.ofDays(365)))) {
                assertMovesOn(cadence, change.getInstant().atZone(zone));
                change = zone.getRules().nextTransition(change.getInstant());
            }
        });
    }

    private static void assertMovesOn(CronCadence cadence, ZonedDateTime change) {
        ZonedDateTime time = change.minusDays(1);
        while (time.isBefore(change.plusDays(1))) {
            ZonedDateTime next = cadence.next(time).orElseThrow();
            assertThat(Duration.between(time, next)).isBetween(Duration.ofSeconds(1), Duration.ofHours(26));
            time = next;
        }
    }

    @Test
    void aDateThatNeverComesIsNeverDue() {
        assertThat(new CronCadence("0 0 0 31 2 *").next(BEFORE_GAP)).isEmpty();
    }

    @Test
    void aDashIsNeverDue() {
        assertThat(new CronCadence("-").next(BEFORE_GAP)).isEmpty();
    }

    @Test
    void itsTextIsTheExpression() {
        assertThat(new CronCadence(" 0 30 2 * * * ").text()).isEqualTo("0 30 2 * * *");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "30 2 * * *", "0 30 25 * * *", "nightly"})
    void whatIsNoExpressionIsRefused(String text) {
        assertThatIllegalArgumentException().isThrownBy(() -> new CronCadence(text));
    }

    private static List<String> times(String cron, ZonedDateTime after, int count) {
        CronCadence cadence = new CronCadence(cron);
        List<String> times = new ArrayList<>();
        ZonedDateTime time = after;
        for (int i = 0; i < count; i++) {
            time = cadence.next(time).orElseThrow();
            times.add(time.toString());
        }
        return times;
    }
}
