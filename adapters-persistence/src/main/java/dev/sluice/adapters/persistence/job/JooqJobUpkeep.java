package dev.sluice.adapters.persistence.job;

import static dev.sluice.adapters.persistence.job.JobSql.NOW;
import static dev.sluice.adapters.persistence.schema.Tables.JOB_COUNTS;
import static dev.sluice.adapters.persistence.schema.Tables.JOB_COUNT_DELTAS;
import static dev.sluice.adapters.persistence.schema.Tables.JOB_UNIQUE_KEYS;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;

import dev.sluice.domain.job.JobUpkeep;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import org.jooq.DSLContext;

/** The partitions of the history, one for each day, named after it. */
record JooqJobUpkeep(DSLContext dsl) implements JobUpkeep {

    private static final String PARTITION = "job_history_";
    private static final DateTimeFormatter DAY = DateTimeFormatter.BASIC_ISO_DATE;

    /** Partitions cannot be created by two at a time; the number is arbitrary and ours alone. */
    private static final String BY_ONE_AT_A_TIME = "select pg_try_advisory_xact_lock(7236512403)";

    /** Another number, so that folding, which never rests, keeps nobody from the rest of the upkeep. */
    private static final String FOLDS_ONE_AT_A_TIME = "select pg_try_advisory_xact_lock(7236512404)";

    private static final String WAIT_FOR_THE_FOLD = "select pg_advisory_xact_lock(7236512404)";

    /**
     * What has not committed yet cannot be seen here, and is left for a later time. The rows need no lock first, which
     * would write them twice: nobody else deletes any.
     */
    private static final String FOLD = """
            with taken as (
                delete from job_count_deltas
                where ctid = any (array(select ctid from job_count_deltas limit {0}))
                returning queue, type, state, day, n),
            folded as (
                insert into job_counts as counted (queue, type, state, day, n)
                select queue, type, state, day, sum(n) from taken group by queue, type, state, day having sum(n) <> 0
                on conflict (queue, type, state, day) do update set n = counted.n + excluded.n)
            select count(*) from taken
            """;

    @Override
    public void openDays(int ahead) {
        if (isMyTurn(BY_ONE_AT_A_TIME)) {
            LocalDate today = today();
            today.datesUntil(today.plusDays(ahead + 1L)).forEach(this::open);
        }
    }

    private boolean isMyTurn(String lock) {
        return dsl.resultQuery(lock).fetchOptional(0, boolean.class).orElseThrow();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(dsl.select(NOW).fetchSingle().value1(), ZoneOffset.UTC);
    }

    /** A day of which the default partition holds jobs already can have no partition of its own any more. */
    private void open(LocalDate day) {
        Instant begin = begin(day);
        Instant end = begin(day.plusDays(1));
        boolean late = dsl.resultQuery(
                        "select exists (select from job_history_default where finished_at >= {0} and finished_at < {1})",
                        val(begin), val(end))
                .fetchOptional(0, boolean.class)
                .orElseThrow();
        if (!late) {
            dsl.execute(
                    "create table if not exists {0} partition of job_history for values from ({1}) to ({2})",
                    name(PARTITION + DAY.format(day)), inline(begin.toString()), inline(end.toString()));
        }
    }

    private static Instant begin(LocalDate day) {
        return day.atStartOfDay(ZoneOffset.UTC).toInstant();
    }

    @Override
    public void dropDays(Duration keep) {
        if (isMyTurn(BY_ONE_AT_A_TIME)) {
            Instant before = dsl.select(NOW).fetchSingle().value1().minus(keep);
            LocalDate first = LocalDate.ofInstant(before, ZoneOffset.UTC);
            // Now, for whoever finishes a job waits once a partition is being dropped.
            dsl.execute(WAIT_FOR_THE_FOLD);
            dsl.resultQuery(
                            "select relname from pg_inherits join pg_class on oid = inhrelid"
                                    + " where inhparent = 'job_history'::regclass and relname ~ {0} and relname < {1}",
                            val("^" + PARTITION + "\\d{8}$"), val(PARTITION + DAY.format(first)))
                    .fetch(0, String.class)
                    .forEach(partition -> dsl.dropTable(name(partition)).execute());
            dsl.execute("delete from job_history_default where finished_at < {0}", val(begin(first)));
            dropCounts(first);
        }
    }

    /** After the jobs, so that whoever has just taken one of them back has counted it off by now. */
    private void dropCounts(LocalDate before) {
        dsl.deleteFrom(JOB_COUNT_DELTAS).where(JOB_COUNT_DELTAS.DAY.lt(before)).execute();
        dsl.deleteFrom(JOB_COUNTS).where(JOB_COUNTS.DAY.lt(before)).execute();
    }

    @Override
    public int forgetFreeKeys(int limit) {
        var free = dsl.select(JOB_UNIQUE_KEYS.TYPE, JOB_UNIQUE_KEYS.KEY)
                .from(JOB_UNIQUE_KEYS)
                .where(JOB_UNIQUE_KEYS.TAKEN_UNTIL.le(NOW))
                .limit(limit)
                .forUpdate()
                .skipLocked();
        return dsl.deleteFrom(JOB_UNIQUE_KEYS)
                .where(row(JOB_UNIQUE_KEYS.TYPE, JOB_UNIQUE_KEYS.KEY).in(free))
                .execute();
    }

    @Override
    public int foldCounts(int limit) {
        return isMyTurn(FOLDS_ONE_AT_A_TIME)
                ? dsl.resultQuery(FOLD, val(limit)).fetchOptional(0, int.class).orElseThrow()
                : 0;
    }
}
