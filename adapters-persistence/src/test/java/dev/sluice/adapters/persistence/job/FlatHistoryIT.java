package dev.sluice.adapters.persistence.job;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jooq.impl.DSL.inline;
import static org.jooq.impl.DSL.val;

import dev.sluice.adapters.persistence.PersistenceFixture;
import dev.sluice.domain.job.Dispatch;
import dev.sluice.domain.job.DispatcherTerm;
import dev.sluice.domain.job.GroupKey;
import dev.sluice.domain.job.JobClaims;
import dev.sluice.domain.job.JobDispatches;
import dev.sluice.domain.job.JobFilter;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.JobState;
import dev.sluice.domain.job.JobUpkeep;
import dev.sluice.domain.job.Lane;
import dev.sluice.domain.job.LaneShare;
import dev.sluice.domain.job.LaneShares;
import dev.sluice.domain.job.QueueName;
import dev.sluice.domain.job.WorkerId;
import dev.sluice.domain.job.WorkerOffer;
import dev.sluice.domain.page.PageRequest;
import dev.sluice.domain.transaction.Transactions;
import dev.sluice.embedded.postgres.PostgresVersion;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jooq.DSLContext;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.json.JsonMapper;

/**
 * What the record's statements read, with few finished jobs and with many. The long run has two million, or as many as
 * {@code -Dsluice.finished} says: {@code bin/maven verify -pl adapters-persistence -am -Dtests.excluded= -Dgroups=long
 * -Dit.test=FlatHistoryIT -Dsluice.finished=10000000} takes many minutes for each version of PostgreSQL, and 10 GB.
 */
@ParameterizedClass
@EnumSource
final class FlatHistoryIT {

    private static final QueueName QUEUE = new QueueName("orders");
    private static final int DAYS = 5;
    private static final double FLAT = 1.2;

    /** A list that finds nothing among the many that fit one half of what it asks for. */
    private static final String NOTHING = "list cancelled of a type without any";

    /**
     * Finished jobs of one day, in the order of their ids: nine of ten have succeeded, and there are twenty types, of
     * which the last is rare.
     */
    private static final String FINISH = """
            insert into finished
                (id, type, queue, state, payload, attempt, attempts, backoff, dispatch, group_key, worker_id, log,
                 enqueued_at, due_at, started_at, finished_at)
            select ({0} || lpad(to_hex(number), 12, '0'))::uuid,
                case when number % 100 = 0 then 'rare' else 'type-' || number % 20 end, 'orders',
                case number % 10 when 0 then (array['DEAD', 'CANCELLED'])[1 + number / 10 % 2] else 'SUCCEEDED' end,
                jsonb_build_object('order', number), 1, 3, interval '5 seconds', 1, 'seller-' || number % 100,
                '00000000-0000-4000-8000-000000000000', '[]', day, day, day, day
            from generate_series({1}, {2}) as number,
                (select date_trunc('day', now(), 'UTC') - interval '1 second' - interval '1 day' * {3}) as times (day)
            """;

    private static final String OPEN = """
            insert into jobs (id, type, queue, state, payload, attempts, backoff, group_key, dispatch)
            select ({0} || lpad(to_hex(number), 12, '0'))::uuid, 'chore', 'orders', {1}, '{}', 3, interval '0',
                'seller-' || number % 10, 1
            from generate_series(1, {2}) as number
            """;

    private final PersistenceFixture fixture;
    private final JsonPayloads payloads = new JsonPayloads(JsonMapper.builder().build());
    private final WorkerId self = WorkerId.random();
    private final DispatcherTerm term;

    FlatHistoryIT(PostgresVersion version) {
        fixture = PersistenceFixture.emptied(version);
        term = fixture.get(JobDispatches.class).lead(self, Duration.ofHours(1)).orElseThrow();
    }

    @AfterEach
    void dropTheDays() {
        partitions().forEach(partition -> fixture.dsl().dropTable(partition).execute());
        fixture.dsl().execute("drop table if exists finished");
    }

    @Test
    void statementsReadAsMuchWithTwoHundredThousandFinishedJobs() {
        statementsReadAsMuchWith(200_000);
    }

    @Test
    @Tag("long")
    void statementsReadAsMuchWithMillionsOfFinishedJobs() {
        statementsReadAsMuchWith(Integer.getInteger("sluice.finished", 2_000_000));
    }

    /**
     * Lists are compared from a half on: short ones read less, and an index of each day grows a level with every two
     * hundred times its entries. What does not read the history is compared from none on.
     */
    private void statementsReadAsMuchWith(int finished) {
        openDays();
        openJobs();
        Map<String, Long> none = buffers();
        finish(finished / 2, 1);
        Map<String, Long> half = buffers();
        finish(finished - finished / 2, 2);
        Map<String, Long> many = buffers();

        many.forEach((statement, buffers) -> System.out.printf(
                "FlatHistoryIT: %s: buffers %d, with half of the history %d, with all of it %d%n",
                statement, none.get(statement), half.get(statement), buffers));
        assertThat(many.remove(NOTHING)).isNotNull().isLessThanOrEqualTo(many.getOrDefault("list of a type", 0L));
        assertFlat(many, half);
        many.keySet().retainAll(engineCalls().keySet());
        assertFlat(many, none);
    }

    private static void assertFlat(Map<String, Long> later, Map<String, Long> earlier) {
        assertThat(later)
                .allSatisfy((statement, buffers) -> assertThat((double) buffers)
                        .as(statement)
                        .isLessThanOrEqualTo(FLAT * earlier.getOrDefault(statement, 0L)));
    }

    private Map<String, Long> buffers() {
        fixture.dsl().execute("vacuum analyze job_history");
        var explained = new ExplainedStatements(fixture.dsl());
        Map<String, Long> buffers = new LinkedHashMap<>();
        calls().forEach((name, call) -> {
            // What the statement before changed and took back is dead, and would be read again.
            fixture.dsl().execute("vacuum analyze jobs");
            buffers.put(name, explained.buffers(call));
        });
        return buffers;
    }

    private Map<String, Consumer<DSLContext>> calls() {
        Map<String, Consumer<DSLContext>> calls = new LinkedHashMap<>(engineCalls());
        calls.put("find", dsl -> jobs(dsl).find(new JobId(id("01", 1))));
        calls.put("list", dsl -> list(dsl, null, null));
        calls.put("list dead", dsl -> list(dsl, JobState.DEAD, null));
        calls.put("list of a type", dsl -> list(dsl, null, "type-7"));
        calls.put("list of a rare type", dsl -> list(dsl, null, "rare"));
        calls.put("list dead of a type", dsl -> list(dsl, JobState.DEAD, "type-0"));
        calls.put(NOTHING, dsl -> list(dsl, JobState.CANCELLED, "rare"));
        calls.put("list running", dsl -> list(dsl, JobState.RUNNING, null));
        return calls;
    }

    private Map<String, Consumer<DSLContext>> engineCalls() {
        Map<String, Consumer<DSLContext>> calls = new LinkedHashMap<>();
        calls.put("claim", dsl -> claims(dsl).claim(dispatched(), self));
        calls.put("orphans", dsl -> claims(dsl).orphans(100));
        calls.put("survey", dsl -> dispatches(dsl).surveys().survey(Set.of(QUEUE, new QueueName("empty")), 1_000, 200));
        calls.put("dispatch", dsl -> dispatches(dsl).dispatch(term, QUEUE, List.of(share())));
        calls.put("redispatch", dsl -> dispatches(dsl).redispatch(term, QUEUE, Duration.ZERO, true));
        calls.put("ripen", dsl -> dispatches(dsl).ripen(term, 1_000));
        return calls;
    }

    private void list(DSLContext dsl, @Nullable JobState state, @Nullable String type) {
        jobs(dsl).list(new JobFilter(state, type, null, null), PageRequest.first(50));
    }

    private JooqJobs jobs(DSLContext dsl) {
        return new JooqJobs(dsl, payloads);
    }

    private JooqJobClaims claims(DSLContext dsl) {
        return new JooqJobClaims(dsl, payloads);
    }

    private static JooqJobDispatches dispatches(DSLContext dsl) {
        return new JooqJobDispatches(dsl);
    }

    private static List<Dispatch> dispatched() {
        return IntStream.rangeClosed(1, 50)
                .mapToObj(number -> new Dispatch(new JobId(id("dd", number)), 1))
                .toList();
    }

    private static LaneShare share() {
        return LaneShares.first(new Lane("chore", new GroupKey("seller-3")), 50);
    }

    private void openDays() {
        Transactions transactions = fixture.get(Transactions.class);
        transactions.run(() -> fixture.get(JobUpkeep.class).openDays(0));
    }

    private List<String> partitions() {
        return fixture.dsl()
                .resultQuery("select relname from pg_inherits join pg_class on oid = inhrelid"
                        + " where inhparent = 'job_history'::regclass and relname like 'job_history_past_%'")
                .fetch(0, String.class);
    }

    /** Jobs that are due, and some that are dispatched, for a worker whose lease holds. */
    private void openJobs() {
        fixture.get(JobClaims.class).register(self, new WorkerOffer(Set.of(QUEUE), 50), Duration.ofHours(1));
        fixture.dsl().execute(OPEN, val(prefix("aa")), inline("AVAILABLE"), val(1_000));
        fixture.dsl().execute(OPEN, val(prefix("dd")), inline("DISPATCHED"), val(100));
    }

    /** So many more jobs, as many on each of the days before today, the first on the first. */
    private void finish(int jobs, int round) {
        int each = jobs / DAYS;
        for (int day = DAYS; day >= 1; day--) {
            int before = (DAYS - day) * each;
            fixture.dsl()
                    .execute(
                            "create unlogged table finished (like job_history including defaults including constraints)");
            if (round > 1) {
                fixture.dsl().execute("insert into finished select * from job_history_past_" + day);
                fixture.dsl().execute("drop table job_history_past_" + day);
            }
            fixture.dsl()
                    .execute(FINISH, val(prefix("0" + round)), val(before + 1), val(before + each), inline(day - 1));
            takeIn(day);
        }
    }

    /** A day is filled before it is one of the history: to build its indexes then takes a fraction of the time. */
    private void takeIn(int day) {
        fixture.dsl().execute("""
                do $$
                declare day timestamptz := date_trunc('day', now(), 'UTC') - interval '1 day' * %1$d;
                begin
                    perform set_config('maintenance_work_mem', '256MB', true);
                    alter table finished rename to job_history_past_%1$d;
                    execute format('alter table job_history attach partition job_history_past_%1$d'
                        || ' for values from (%%L) to (%%L)', day, day + interval '1 day');
                end $$""".formatted(day));
    }

    private static String prefix(String kind) {
        return "0190a0" + kind + "-0000-7000-8000-";
    }

    private static UUID id(String kind, int number) {
        return UUID.fromString(prefix(kind) + "%012x".formatted(number));
    }
}
