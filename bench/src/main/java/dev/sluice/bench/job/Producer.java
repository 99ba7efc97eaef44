package dev.sluice.bench.job;

import dev.sluice.domain.id.Ids;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.JobRequest;
import dev.sluice.domain.job.JobType;
import dev.sluice.domain.job.Jobs;
import dev.sluice.domain.job.WakeUps;
import dev.sluice.domain.transaction.Transactions;
import org.springframework.jdbc.core.JdbcTemplate;

/** Writes a row and enqueues the job about it in one transaction, then wakes the dispatcher: what an API does. */
final class Producer {

    private final Transactions transactions;
    private final JdbcTemplate jdbc;
    private final Jobs jobs;
    private final WakeUps wakeUps;
    private final Ids ids;

    Producer(Transactions transactions, JdbcTemplate jdbc, Jobs jobs, WakeUps wakeUps, Ids ids) {
        this.transactions = transactions;
        this.jdbc = jdbc;
        this.jobs = jobs;
        this.wakeUps = wakeUps;
        this.ids = ids;
    }

    void enqueue(JobType<Noop.Payload> type, long order) {
        JobRequest<Noop.Payload> request = JobRequest.of(new JobId(ids.next()), type, new Noop.Payload(order));
        transactions.run(() -> {
            jdbc.update("insert into bench_orders (id, status) values (?, 'QUEUED')", order);
            jobs.enqueue(request);
            transactions.afterCommit(wakeUps::wakeDispatcher);
        });
    }
}
