package dev.sluice.adapters.messaging;

import dev.sluice.application.job.Claiming;
import dev.sluice.application.job.JobAttempt;
import dev.sluice.application.job.JobFollowers;
import dev.sluice.application.job.JobHandlers;
import dev.sluice.application.job.JobLimits;
import dev.sluice.application.job.JobMeters;
import dev.sluice.application.job.JobSettlement;
import dev.sluice.application.job.Refunds;
import dev.sluice.application.job.RunningJobs;
import dev.sluice.application.job.Settler;
import dev.sluice.application.job.Worker;
import dev.sluice.application.job.WorkerLease;
import dev.sluice.domain.job.Backoff;
import dev.sluice.domain.job.ClaimedJob;
import dev.sluice.domain.job.Dispatch;
import dev.sluice.domain.job.InMemoryTokenBuckets;
import dev.sluice.domain.job.JobHandler;
import dev.sluice.domain.job.JobOutcome;
import dev.sluice.domain.job.JobRun;
import dev.sluice.domain.job.JobType;
import dev.sluice.domain.job.Payload;
import dev.sluice.domain.job.QueueName;
import dev.sluice.domain.job.RetryPolicy;
import dev.sluice.domain.job.WorkerOffer;
import dev.sluice.domain.load.KnownLogContext;
import dev.sluice.domain.metric.Measures;
import dev.sluice.domain.metric.Metrics;
import dev.sluice.domain.transaction.Transactions;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;

/** The product's worker on claims in memory: it notes what it is given, and its jobs end when the test lets them. */
final class TestWorker implements Metrics {

    private static final QueueName QUEUE = new QueueName("test");
    private static final RetryPolicy ONCE = new RetryPolicy(1, Backoff.fixed(Duration.ZERO));
    private static final JobType<String> TYPE = new JobType<>("test", String.class, QUEUE, ONCE, Duration.ofMinutes(1));

    final Queue<Dispatch> claimed = new ConcurrentLinkedQueue<>();
    final Queue<Dispatch> handedBack = new ConcurrentLinkedQueue<>();
    final Queue<String> counted = new ConcurrentLinkedQueue<>();
    final AtomicInteger underWay = new AtomicInteger();
    final Semaphore endings = new Semaphore(0);

    volatile boolean recordBroken;

    Worker worker(int concurrency) {
        ScriptedClaims claims = new ScriptedClaims(this::claim, handedBack::addAll);
        RunningJobs running = new RunningJobs(System::nanoTime);
        WorkerOffer offer = new WorkerOffer(Set.of(QUEUE), concurrency);
        WorkerLease lease = new WorkerLease(claims, offer, running, Duration.ofMinutes(1), System::nanoTime);
        lease.runOnce();
        Transactions transactions = new NoTransactions();
        JobMeters meters = new JobMeters(this, new NoMeasures());
        JobHandlers handlers = new JobHandlers(List.of(new Handler(this)));
        return new Worker(
                lease,
                running,
                new Claiming(
                        claims, new Refunds(JobLimits.NONE, new InMemoryTokenBuckets(InstantSource.system())), meters),
                new JobAttempt(handlers, claims, transactions, this, new KnownLogContext()),
                new Settler(new JobSettlement(transactions, claims, new JobFollowers(List.of()), meters, 3)),
                concurrency);
    }

    private List<ClaimedJob> claim(Collection<Dispatch> dispatches) {
        if (recordBroken) {
            throw new IllegalStateException("the record is broken");
        }
        claimed.addAll(dispatches);
        return dispatches.stream()
                .map(dispatch -> new ClaimedJob(
                        dispatch,
                        TYPE.name(),
                        QUEUE,
                        Duration.ZERO,
                        1,
                        0,
                        ONCE,
                        TYPE.timeLimit(),
                        new NoPayload(),
                        null))
                .toList();
    }

    @Override
    public void count(int times, String counter, String... tags) {
        counted.addAll(Collections.nCopies(times, counter + List.of(tags)));
    }

    private record Handler(TestWorker test) implements JobHandler<String> {

        @Override
        public JobType<String> type() {
            return TYPE;
        }

        @Override
        public JobOutcome handle(String payload, JobRun run) throws InterruptedException {
            test.underWay.incrementAndGet();
            test.endings.acquire();
            test.underWay.decrementAndGet();
            return new JobOutcome.Done();
        }
    }

    private record NoPayload() implements Payload {

        @Override
        public <P> P as(Class<P> type) {
            return type.cast("");
        }
    }

    private record NoMeasures() implements Measures {

        @Override
        public void took(String timer, Duration span, String... tags) {}

        @Override
        public void levels(String gauge, String unit, String tag, Map<String, ? extends Number> levels) {}
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
