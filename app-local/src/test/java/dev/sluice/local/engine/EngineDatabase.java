package dev.sluice.local.engine;

import static org.jooq.impl.DSL.val;

import dev.sluice.application.job.Dispatcher;
import dev.sluice.application.job.DispatcherSettings;
import dev.sluice.application.job.Dispatching;
import dev.sluice.application.job.JobLimits;
import dev.sluice.application.job.JobMeters;
import dev.sluice.domain.job.Dispatch;
import dev.sluice.domain.job.InMemoryJobQueue;
import dev.sluice.domain.job.JobClaims;
import dev.sluice.domain.job.JobDispatches;
import dev.sluice.domain.job.QueueName;
import dev.sluice.domain.job.TokenBuckets;
import dev.sluice.domain.job.WorkerId;
import dev.sluice.domain.metric.Measures;
import dev.sluice.domain.transaction.Transactions;
import dev.sluice.embedded.postgres.PostgresVersion;
import dev.sluice.local.database.SharedDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jooq.DSLContext;

/** The record of jobs in a database of its own, a broker in memory, and dispatchers between them. */
final class EngineDatabase implements AutoCloseable {

    static final QueueName QUEUE = new QueueName("orders");

    /** Jobs by the thousand, which one request at a time would take long to make; ids in the order of their numbers. */
    private static final String ENQUEUE = """
            insert into jobs (id, type, queue, state, payload, attempts, backoff, group_key)
            select gen_random_uuid(), 'chore', 'orders', 'AVAILABLE', '{}', 1000000, interval '0', {0} || number % {1}
            from generate_series(1, {2}) as number
            """;

    /** A worker's default. */
    private static final int WINDOW = 160;

    private final SharedDatabase database;
    private final InMemoryJobQueue broker = new InMemoryJobQueue(Set.of(QUEUE));

    private EngineDatabase(SharedDatabase database) {
        this.database = database;
    }

    static EngineDatabase started(PostgresVersion version) {
        return new EngineDatabase(SharedDatabase.started(version));
    }

    InMemoryJobQueue broker() {
        return broker;
    }

    List<Dispatch> delivered() {
        return broker.takeAll(QUEUE);
    }

    JobClaims claims() {
        return database.get(JobClaims.class);
    }

    Transactions transactions() {
        return database.get(Transactions.class);
    }

    DSLContext dsl() {
        return database.get(DSLContext.class);
    }

    /** Enqueues jobs of as many groups, which are named by the prefix and a number from 0, in turn. */
    void enqueue(String prefix, int groups, int jobs) {
        dsl().execute(ENQUEUE, val(prefix), val(groups), val(jobs));
    }

    Dispatcher dispatcher(JobLimits limits, Duration lostAfter) {
        Dispatching parts = new Dispatching(
                transactions(),
                database.get(JobDispatches.class),
                database.get(TokenBuckets.class),
                broker,
                unmeasured());
        DispatcherSettings settings = new DispatcherSettings(WINDOW, Duration.ofMinutes(1), lostAfter, limits);
        return new Dispatcher(WorkerId.random(), parts, Set.of(QUEUE), settings, System::nanoTime);
    }

    static JobMeters unmeasured() {
        return new JobMeters((times, counter, tags) -> {}, new NoMeasures());
    }

    @Override
    public void close() {
        database.close();
    }

    private record NoMeasures() implements Measures {

        @Override
        public void took(String timer, Duration span, String... tags) {}

        @Override
        public void levels(String gauge, String unit, String tag, Map<String, ? extends Number> levels) {}
    }
}
