package dev.sluice.bench.job;

import dev.sluice.domain.id.Ids;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.JobRequest;
import dev.sluice.domain.job.JobType;
import dev.sluice.domain.job.Jobs;
import dev.sluice.domain.job.WakeUps;
import dev.sluice.domain.transaction.Transactions;
import org.springframework.jdbc.core.JdbcTemplate;

/** Enqueues jobs as an API does, and wakes the dispatcher. */
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

    /** Enqueues a job in a transaction of its own, which its one statement is. */
    void enqueue(JobType<Noop.Payload> type, long order) {
        jobs.enqueue(request(type, order));
        wakeUps.wakeDispatcher();
    }

    /** Inserts a row and enqueues a job about it, both or none. */
    void enqueueWithRow(JobType<Noop.Payload> type, long order) {
        transactions.run(() -> {
            jdbc.update("insert into bench_orders (id, status) values (?, 'QUEUED')", order);
            jobs.enqueue(request(type, order));
            transactions.afterCommit(wakeUps::wakeDispatcher);
        });
    }

    private JobRequest<Noop.Payload> request(JobType<Noop.Payload> type, long order) {
        return JobRequest.of(new JobId(ids.next()), type, new Noop.Payload(order));
    }
}
