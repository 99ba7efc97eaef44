package dev.sluice.adapters.persistence.clock;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sluice.domain.failure.RetryableFailure;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record1;
import org.jooq.Result;
import org.jooq.SQLDialect;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jooq.tools.jdbc.MockConnection;
import org.jooq.tools.jdbc.MockExecuteContext;
import org.jooq.tools.jdbc.MockResult;
import org.junit.jupiter.api.Test;

class DatabaseClockTest {

    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Duration OLD = Duration.ofSeconds(30);

    private Instant databaseTime = NOON;
    private Duration span = Duration.ofHours(-5);
    private Duration delay = Duration.ZERO;
    private boolean away;

    private final DSLContext database = DSL.using(new MockConnection(this::answer), SQLDialect.POSTGRES);
    private final DatabaseClock clock = new DatabaseClock(database, () -> span.toNanos());

    @Test
    void tellsTheDatabasesTime() {
        assertThat(clock.instant()).isEqualTo(NOON);
    }

    @Test
    void manyMayAskForTheFirstTimeAtOnce() {
        List<CompletableFuture<Instant>> asked = new ArrayList<>();
        for (int times = 0; times < 200; times++) {
            DatabaseClock cold = new DatabaseClock(database, () -> 0);
            for (int caller = 0; caller < 8; caller++) {
                asked.add(CompletableFuture.supplyAsync(
                        cold::instant, task -> Thread.ofVirtual().start(task)));
            }
        }
        assertThat(asked)
                .allSatisfy(instant -> assertThat(instant)
                        .succeedsWithin(Duration.ofSeconds(30))
                        .isEqualTo(NOON));
    }

    @Test
    void goesOnByTheSpanThatHasPassed() {
        clock.instant();
        span = span.plusSeconds(7);
        databaseTime = Instant.EPOCH;
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(7));
    }

    @Test
    void isReadAgainAfterAWhile() {
        clock.instant();
        span = span.plus(OLD);
        databaseTime = NOON.plusSeconds(31);
        assertThat(clock.instant()).isEqualTo(databaseTime);
    }

    @Test
    void takesTheMiddleOfTheTimeThatAnAnswerTook() {
        delay = Duration.ofSeconds(2);
        assertThat(clock.instant()).isEqualTo(NOON.plusSeconds(1));
    }

    @Test
    void whatItKnowsIsBetterThanASlowAnswer() {
        clock.instant();
        span = span.plus(OLD);
        delay = Duration.ofSeconds(2);
        databaseTime = NOON.plus(OLD).plusSeconds(9);
        assertThat(clock.instant()).isEqualTo(NOON.plus(OLD).plus(delay));
        delay = Duration.ZERO;
        assertThat(clock.instant()).isEqualTo(databaseTime);
    }

    @Test
    void goesOnWhileTheDatabaseIsAway() {
        clock.instant();
        away = true;
        span = span.plus(OLD);
        assertThat(clock.instant()).isEqualTo(NOON.plus(OLD));
        away = false;
        databaseTime = NOON.plusSeconds(33);
        assertThat(clock.instant()).isEqualTo(databaseTime);
    }

    @Test
    void knowsNoTimeBeforeTheDatabaseHasAnswered() {
        away = true;
        assertThatExceptionOfType(RetryableFailure.class).isThrownBy(clock::instant);
        away = false;
        assertThat(clock.instant()).isEqualTo(NOON);
    }

    private MockResult[] answer(MockExecuteContext asked) throws SQLException {
        if (away) {
            throw new RetryableFailure("away", new IllegalStateException());
        }
        span = span.plus(delay);
        Field<OffsetDateTime> now = DSL.field("now", SQLDataType.TIMESTAMPWITHTIMEZONE);
        Result<Record1<OffsetDateTime>> rows = DSL.using(SQLDialect.POSTGRES).newResult(now);
        rows.add(DSL.using(SQLDialect.POSTGRES).newRecord(now).values(databaseTime.atOffset(ZoneOffset.UTC)));
        return new MockResult[] {new MockResult(1, rows)};
    }
}
