package dev.sluice.adapters.persistence.job;

import static dev.sluice.adapters.persistence.schema.Tables.JOBS;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.table;
import static org.jooq.impl.DSL.val;

import dev.sluice.domain.job.Dispatch;
import dev.sluice.domain.job.GroupKey;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.JobState;
import dev.sluice.domain.job.Lane;
import dev.sluice.domain.job.QueueName;
import dev.sluice.domain.job.Recalled;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jooq.Condition;
import org.jooq.Field;
import org.jooq.Record2;
import org.jooq.Record3;
import org.jooq.Table;
import org.jooq.impl.SQLDataType;
import org.jooq.types.DayToSecond;
import org.jspecify.annotations.Nullable;

/** What the statements about jobs have in common. */
final class JobSql {

    /** The database's clock; stable within a statement, so that indexes on times are of use. */
    static final Field<Instant> NOW = function("statement_timestamp", SQLDataType.INSTANT);

    /** The stages that indexes ask for; as literals, for only then does the planner see that a partial index fits. */
    static final Condition READY = JOBS.STAGE.eq(inline("READY"));

    static final Condition LATER = JOBS.STAGE.eq(inline("LATER"));
    static final Condition IN_FLIGHT = JOBS.STAGE.eq(inline("IN_FLIGHT"));

    private static final String ASKED = "asked";

    private JobSql() {}

    /** The time that lies this far ahead, or behind if the span is negative. */
    static Field<Instant> nowPlus(Duration span) {
        return NOW.plus(DayToSecond.valueOf(span));
    }

    static Field<String> literal(JobState state) {
        return inline(state.name());
    }

    /** The stage of jobs in this state, which is an open one. */
    static Condition stage(JobState state) {
        return JOBS.STAGE.eq(inline(stageOf(state)));
    }

    static String stageOf(JobState state) {
        return switch (state) {
            case AVAILABLE -> "READY";
            case SCHEDULED, RETRYING -> "LATER";
            case DISPATCHED, RUNNING -> "IN_FLIGHT";
            case WAITING -> "WAITING";
            case SUCCEEDED, DEAD, CANCELLED -> throw new IllegalArgumentException(state + " is no open state");
        };
    }

    static Condition in(JobState state) {
        return JOBS.STATE.eq(literal(state));
    }

    /** Whoever changes several jobs asks for them in one order, so that two who want the same do not wait for each other. */
    static <E> List<E> ordered(Collection<E> jobs, Function<E, UUID> id) {
        return jobs.stream().sorted(Comparator.comparing(id)).toList();
    }

    static List<Dispatch> ordered(Collection<Dispatch> dispatches) {
        return ordered(dispatches, dispatch -> dispatch.job().value());
    }

    static UUID[] ids(Collection<Dispatch> dispatches) {
        return array(dispatches, dispatch -> dispatch.job().value(), UUID[]::new);
    }

    static Integer[] numbers(Collection<Dispatch> dispatches) {
        return array(dispatches, Dispatch::number, Integer[]::new);
    }

    /** Dispatches as a table, to join jobs with: arrays keep the statement the same for any number of them. */
    static Table<?> asked(Collection<Dispatch> dispatches) {
        List<Dispatch> ordered = ordered(dispatches);
        return table("unnest({0}, {1}) as asked (id, dispatch)", val(ids(ordered)), val(numbers(ordered)));
    }

    /** The job is asked for under its latest number. */
    static Condition isAsked() {
        return JOBS.ID
                .eq(field(name(ASKED, "id"), SQLDataType.UUID))
                .and(JOBS.DISPATCH.eq(field(name(ASKED, "dispatch"), SQLDataType.INTEGER)));
    }

    /** One value of each element; null is a value too, which the type of an array cannot say here. */
    @SuppressWarnings("NullAway")
    static <E, T> T[] array(Collection<? extends E> elements, Function<E, @Nullable T> value, IntFunction<T[]> maker) {
        T[] values = maker.apply(elements.size());
        int index = 0;
        for (E element : elements) {
            values[index++] = value.apply(element);
        }
        return values;
    }

    /** The list of failures with this attempt's behind it; a job that fails before its first has the number 0 for it. */
    static String failuresWith(String error) {
        return """
                jobs.failures || jsonb_build_object(
                    'attempt', jobs.attempt, 'startedAt', coalesce(jobs.started_at, statement_timestamp()),
                    'endedAt', statement_timestamp(), 'error', %s)
                """.formatted(error);
    }

    /** Of a queue, a type and a group key. */
    static Recalled recalled(Record3<String, String, String> row) {
        return new Recalled(new QueueName(row.value1()), new Lane(row.value2(), new GroupKey(row.value3())));
    }

    static Dispatch dispatch(Record2<UUID, Integer> row) {
        return new Dispatch(new JobId(row.value1()), row.value2());
    }

    static Dispatch dispatch(ResultSet row) throws SQLException {
        return new Dispatch(new JobId(row.getObject("id", UUID.class)), row.getInt("dispatch"));
    }
}
