package dev.sluice.local.engine;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.application.job.Dispatcher;
import dev.sluice.application.job.JobLimits;
import dev.sluice.domain.job.ClaimedJob;
import dev.sluice.domain.job.Dispatch;
import dev.sluice.domain.job.JobState;
import dev.sluice.domain.job.Settlement;
import dev.sluice.domain.job.WorkerId;
import dev.sluice.domain.job.WorkerOffer;
import dev.sluice.embedded.postgres.PostgresVersion;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

/** A burst of jobs upon a worker that has been idle, whose statements PostgreSQL has planned for an empty table. */
@ParameterizedClass
@EnumSource
final class StalePlanIT {

    /** After five executions the driver prepares a statement, and after five more PostgreSQL keeps the plan. */
    private static final int UNTIL_PLANNED = 12;

    private final EngineDatabase engine;
    private final Dispatcher dispatcher;
    private final WorkerId worker = WorkerId.random();

    StalePlanIT(PostgresVersion version) {
        engine = EngineDatabase.started(version);
        dispatcher = engine.dispatcher(JobLimits.NONE, Duration.ofMinutes(10));
    }

    @AfterEach
    void stop() {
        engine.close();
    }

    @Test
    void noStatementOfTheEngineReadsTheHotTableFromEndToEnd() {
        engine.claims().register(worker, new WorkerOffer(Set.of(EngineDatabase.QUEUE), 50), Duration.ofHours(1));
        engine.enqueue("first-", 1, 1);
        dispatcher.runOnce();
        List<Dispatch> first = engine.delivered();
        List<ClaimedJob> over = engine.claims().claim(first, worker);
        settle(over);
        engine.dsl().execute("vacuum analyze jobs");
        for (int turn = 0; turn < UNTIL_PLANNED; turn++) {
            dispatcher.runOnce();
            engine.claims().claim(first, worker);
            settle(over);
        }
        engine.enqueue("seller-", 10, 5_000);

        long before = readsFromEndToEnd();
        dispatcher.runOnce();
        int settled = settle(engine.claims().claim(engine.delivered(), worker));
        dispatcher.runOnce();

        assertThat(settled).isGreaterThan(100);
        assertThat(readsFromEndToEnd()).isEqualTo(before);
    }

    /** @return how many of the jobs were still claimed */
    private int settle(List<ClaimedJob> jobs) {
        List<Settlement.Finish> ends = jobs.stream()
                .map(job -> new Settlement.Finish(job, JobState.SUCCEEDED, null, null))
                .toList();
        return engine.transactions().call(() -> engine.claims().settle(ends)).size();
    }

    private long readsFromEndToEnd() {
        engine.dsl().fetch("select pg_stat_force_next_flush()");
        return engine.dsl()
                .resultQuery("select seq_scan from pg_stat_user_tables where relname = 'jobs'")
                .fetchOptional(0, long.class)
                .orElseThrow();
    }
}
