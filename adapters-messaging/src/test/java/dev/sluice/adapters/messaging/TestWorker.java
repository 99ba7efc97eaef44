package dev.sluice.adapters.messaging;

import dev.sluice.application.job.JobAttempt;
import dev.sluice.application.job.JobFollowers;
import dev.sluice.application.job.JobHandlers;
import dev.sluice.application.job.JobSettlement;
import dev.sluice.application.job.Worker;
import dev.sluice.application.job.WorkerLease;
import dev.sluice.domain.job.ClaimedJob;
import dev.sluice.domain.job.Dispatch;
import dev.sluice.domain.job.JobHandler;
import dev.sluice.domain.job.JobOutcome;
import dev.sluice.domain.job.JobRun;
import dev.sluice.domain.job.JobType;
import dev.sluice.domain.job.Payload;
import dev.sluice.domain.job.QueueName;
import dev.sluice.domain.job.RetryPolicy;
import dev.sluice.domain.metric.Metrics;
import dev.sluice.domain.transaction.Transactions;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** The product's worker on claims in memory: it notes what it is given, and its jobs end when the test lets them. */
final class TestWorker implements Metrics {

    private static final JobType<String> TYPE =
            new JobType<>("test", String.class, new QueueName("test"), new RetryPolicy(1, Duration.ZERO));

    final Queue<Dispatch> claimed = new ConcurrentLinkedQueue<>();
    final Queue<String> counted = new ConcurrentLinkedQueue<>();
    final AtomicInteger running = new AtomicInteger();
    final Semaphore endings = new Semaphore(0);

    volatile boolean recordBroken;

    Worker worker(int concurrency) {
        ScriptedClaims claims = new ScriptedClaims(this::claim);
        WorkerLease lease = new WorkerLease(claims, Duration.ofMinutes(1), System::nanoTime);
        lease.runOnce();
        Transactions transactions = new NoTransactions();
        JobHandlers handlers = new JobHandlers(List.of(new Handler(this)));
        return new Worker(
                claims,
                lease,
                new JobAttempt(handlers, claims, transactions),
                new JobSettlement(transactions, claims, new JobFollowers(List.of()), this),
                this,
                concurrency);
    }

    private Optional<ClaimedJob> claim(Dispatch dispatch) {
        if (recordBroken) {
            throw new IllegalStateException("the record is broken");
        }
        claimed.add(dispatch);
        return Optional.of(new ClaimedJob(dispatch, TYPE.name(), 1, TYPE.retry(), new NoPayload()));
    }

    @Override
    public void count(String counter, String... tags) {
        counted.add(counter + List.of(tags));
    }

    private record Handler(TestWorker test) implements JobHandler<String> {

        @Override
        public JobType<String> type() {
            return TYPE;
        }

        @Override
        public JobOutcome handle(String payload, JobRun run) throws InterruptedException {
            test.running.incrementAndGet();
            test.endings.acquire();
            test.running.decrementAndGet();
            return new JobOutcome.Done();
        }
    }

    private record NoPayload() implements Payload {

        @Override
        public <P> P as(Class<P> type) {
            return type.cast("");
        }
    }

    private record NoTransactions() implements Transactions {

        @Override
        public <T> T call(Supplier<T> work) {
            return work.get();
        }

        @Override
        public void afterCommit(Runnable action) {
            action.run();
        }
    }
}
