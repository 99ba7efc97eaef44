package dev.sluice.adapters.persistence.job;

import static dev.sluice.adapters.persistence.job.JobSql.NOW;
import static dev.sluice.adapters.persistence.job.JobSql.array;
import static dev.sluice.adapters.persistence.job.JobSql.failuresWith;
import static dev.sluice.adapters.persistence.job.JobSql.in;
import static dev.sluice.adapters.persistence.job.JobSql.ordered;
import static dev.sluice.adapters.persistence.schema.Tables.JOBS;
import static org.jooq.impl.DSL.case_;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.val;

import dev.sluice.domain.job.Dispatch;
import dev.sluice.domain.job.JobState;
import dev.sluice.domain.job.Settlement;
import dev.sluice.domain.privacy.PersonalData;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jooq.Condition;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.JSONB;
import org.jooq.Table;
import org.jooq.impl.DSL;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/** Writes down how attempts ended: one statement for all that ended alike. */
final class Settlements {

    private static final Field<String> ERROR = field("ended.error", SQLDataType.VARCHAR);
    private static final Field<JSONB> FAILURES = field(failuresWith("ended.error"), SQLDataType.JSONB);
    private static final Field<Instant> DUE =
            field("{0} + ended.millis * interval '1 millisecond'", SQLDataType.INSTANT, NOW);

    private final DSLContext dsl;
    private final JsonPayloads payloads;
    private final JobHistory history;
    private final Families families;

    Settlements(DSLContext dsl, JsonPayloads payloads) {
        this.dsl = dsl;
        this.payloads = payloads;
        this.history = new JobHistory(dsl);
        this.families = new Families(dsl);
    }

    Set<Dispatch> write(Collection<? extends Settlement> settlements) {
        Set<Dispatch> held = new HashSet<>();
        held.addAll(write(Settlement.Finish.class, settlements, this::finish));
        held.addAll(write(Settlement.Retry.class, settlements, this::retry));
        held.addAll(write(Settlement.Postpone.class, settlements, this::postpone));
        held.addAll(write(Settlement.Rescue.class, settlements, this::rescue));
        return held;
    }

    private static <S> List<Dispatch> write(
            Class<S> kind, Collection<? extends Settlement> settlements, Function<List<S>, List<Dispatch>> statement) {
        List<S> alike =
                settlements.stream().filter(kind::isInstance).map(kind::cast).toList();
        return alike.isEmpty() ? List.of() : statement.apply(alike);
    }

    private List<Dispatch> finish(List<Settlement.Finish> finished) {
        List<EndedJob> ended = history.finish(finished.stream().map(this::end).toList());
        families.release(ended);
        return ended.stream().map(EndedJob::dispatch).toList();
    }

    private JobEnd end(Settlement.Finish finish) {
        Object result = finish.result();
        String error = finish.error();
        return JobEnd.of(
                finish.job().dispatch(),
                finish.state(),
                error == null ? null : PersonalData.masked(error),
                result == null ? null : payloads.encode(result));
    }

    private List<Dispatch> retry(List<Settlement.Retry> retries) {
        return update(
                retries,
                Settlement.Retry::backoff,
                retry -> PersonalData.masked(retry.error()),
                Map.of(
                        JOBS.STATE,
                        inline(JobState.RETRYING.name()),
                        JOBS.DUE_AT,
                        DUE,
                        JOBS.ERROR,
                        ERROR,
                        JOBS.FAILURES,
                        FAILURES));
    }

    private List<Dispatch> postpone(List<Settlement.Postpone> postponed) {
        Condition later = DUE.gt(NOW);
        return update(
                postponed,
                Settlement.Postpone::delay,
                settlement -> null,
                Map.of(
                        JOBS.STATE,
                        case_().when(later, JobState.SCHEDULED.name()).else_(JobState.AVAILABLE.name()),
                        JOBS.DUE_AT,
                        DUE,
                        JOBS.ATTEMPT,
                        JOBS.ATTEMPT.minus(1)));
    }

    private List<Dispatch> rescue(List<Settlement.Rescue> rescued) {
        return update(
                rescued,
                settlement -> Duration.ZERO,
                rescue -> PersonalData.masked(rescue.error()),
                Map.of(
                        JOBS.STATE,
                        inline(JobState.AVAILABLE.name()),
                        JOBS.CRASHES,
                        JOBS.CRASHES.plus(1),
                        JOBS.ERROR,
                        ERROR,
                        JOBS.FAILURES,
                        FAILURES));
    }

    private static <S extends Settlement> Table<?> table(
            List<S> ended, Function<S, Duration> delay, Function<S, @Nullable String> error) {
        List<S> settlements =
                ordered(ended, settlement -> settlement.job().dispatch().job().value());
        return DSL.table(
                "unnest({0}, {1}, {2}, {3}) as ended (id, dispatch, millis, error)",
                val(array(
                        settlements,
                        settlement -> settlement.job().dispatch().job().value(),
                        UUID[]::new)),
                val(array(settlements, settlement -> settlement.job().dispatch().number(), Integer[]::new)),
                val(array(settlements, (S settlement) -> delay.apply(settlement).toMillis(), Long[]::new)),
                val(array(settlements, error, String[]::new)));
    }

    private <S extends Settlement> List<Dispatch> update(
            List<S> settlements,
            Function<S, Duration> delay,
            Function<S, @Nullable String> error,
            Map<? extends Field<?>, ? extends Field<?>> changes) {
        return dsl.update(JOBS)
                .set(changes)
                .from(table(settlements, delay, error))
                .where(
                        JOBS.ID.eq(field("ended.id", SQLDataType.UUID)),
                        JOBS.DISPATCH.eq(field("ended.dispatch", SQLDataType.INTEGER)),
                        in(JobState.RUNNING))
                .returningResult(JOBS.ID, JOBS.DISPATCH)
                .fetch(JobSql::dispatch);
    }
}
