package dev.sluice.bench.job;

import dev.sluice.bench.load.Clients;
import dev.sluice.bench.report.Measurements;
import dev.sluice.bench.report.Progress;
import dev.sluice.bench.service.ProcessorTime;
import dev.sluice.bench.service.RunningProcess;
import dev.sluice.bench.service.Services;
import dev.sluice.domain.job.JobPauses;
import dev.sluice.domain.job.JobType;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** One round of Sluice on a fresh database. */
final class SluiceRound implements AutoCloseable {

    private static final Duration LIMIT = Duration.ofMinutes(5);

    private static final long POLL_NANOS = 250_000_000;

    private final JobsPlan plan;
    private final Services services;
    private final Measurements measurements;
    private final Progress progress;
    private final JobsDatabase database;
    private final ConfigurableApplicationContext api;
    private long orders;

    private SluiceRound(JobsPlan plan, Services services, Measurements measurements, Progress progress) {
        this.plan = plan;
        this.services = services;
        this.measurements = measurements;
        this.progress = progress;
        this.database = JobsDatabase.migrated(services.postgres(), "sluice");
        this.api = api(services.settings(database.url()));
    }

    /** What a round yields for the comparison with the peer, in jobs a second. */
    record Rates(double enqueue, double enqueueWithRow, double drain) {}

    static Rates run(JobsPlan plan, Services services, Measurements measurements, Progress progress) {
        try (SluiceRound round = new SluiceRound(plan, services, measurements, progress)) {
            return round.run();
        }
    }

    private static ConfigurableApplicationContext api(Map<String, Object> settings) {
        return new SpringApplicationBuilder(ProducerConfiguration.class)
                .web(WebApplicationType.NONE)
                // The settings found on the class path are the worker's, whose health this process does not have.
                .properties("management.endpoint.health.validate-group-membership=false")
                .run(settings.entrySet().stream()
                        .map(setting -> "--" + setting.getKey() + "=" + setting.getValue())
                        .toArray(String[]::new));
    }

    private Rates run() {
        api.getBean(JobPauses.class).pause(Noop.WAITING.queue(), true);
        enqueueWithRow(Noop.WARM_UP, plan.warmUp() / 2);
        enqueue(Noop.WARM_UP, plan.warmUp() / 2);
        double withRow = enqueueWithRow(Noop.WARM_UP, plan.jobs() / 2);
        add("enqueue.withRow", "jobs/s", withRow);
        double begin = database.walPosition();
        ProcessorTime before = ProcessorTime.now();
        double enqueued = enqueue(Noop.WAITING, plan.jobs());
        add("enqueue.cpu", before, plan.jobs());
        double walOfEnqueuing = database.walPosition() - begin;
        add("enqueue", "jobs/s", enqueued);
        try (RunningProcess worker = WorkerJvm.start(services.settings(database.url()), plan)) {
            awaitDrained(worker, Noop.WARM_UP);
            progress.step("  worker is warm: %.0f jobs/s", database.drainRate(Noop.WARM_UP));
            database.execute("vacuum");
            double drained = drain(worker, walOfEnqueuing);
            arrive(worker, sustained(withRow, drained) / 2);
            return new Rates(enqueued, withRow, drained);
        }
    }

    /** The peak of both together: what the machine does when it enqueues and drains at the same time. */
    private static double sustained(double enqueued, double drained) {
        return 1 / (1 / enqueued + 1 / drained);
    }

    private double drain(RunningProcess worker, double walOfEnqueuing) {
        double begin = database.walPosition();
        ProcessorTime before = ProcessorTime.now();
        try (DeadTuples dead = DeadTuples.watch(database)) {
            api.getBean(JobPauses.class).pause(Noop.WAITING.queue(), false);
            awaitDrained(worker, Noop.WAITING);
            add("drain.noop.cpu", before, plan.jobs());
            add("deadTuples.max", "rows", dead.max());
        }
        add("wal.perJob", "bytes", (walOfEnqueuing + database.walPosition() - begin) / plan.jobs());
        double rate = database.drainRate(Noop.WAITING);
        add("drain.noop", "jobs/s", rate);
        return rate;
    }

    private void arrive(RunningProcess worker, double rate) {
        arrive(worker, rate, Noop.WARM_UP);
        ProcessorTime before = ProcessorTime.now();
        add("arrivals", "jobs/s", arrive(worker, rate, Noop.ARRIVING));
        add("arrivals.cpu", before, arrivals(rate));
        add("commitToStart.p50", "ms", database.startDelay(Noop.ARRIVING, 0.5));
        add("commitToStart.p99", "ms", database.startDelay(Noop.ARRIVING, 0.99));
    }

    /** Measured the second time only: both processes compile other paths for arrivals than for a backlog. */
    private double arrive(RunningProcess worker, double rate, JobType<Noop.Payload> type) {
        Producer producer = api.getBean(Producer.class);
        long first = next(arrivals(rate) + 1);
        double reached = Clients.openLoop(rate, plan.openLoop(), first, order -> producer.enqueueWithRow(type, order));
        awaitDrained(worker, type);
        return reached;
    }

    private int arrivals(double rate) {
        return (int) (rate * plan.openLoop().toSeconds());
    }

    /** A job for each transaction and nothing else; the rows that the jobs are about are there. */
    private double enqueue(JobType<Noop.Payload> type, int jobs) {
        Producer producer = api.getBean(Producer.class);
        long first = next(jobs);
        database.execute("insert into bench_orders (id, status) select id, 'QUEUED' from generate_series(" + first
                + ", " + (first + jobs - 1) + ") as id");
        return Clients.closedLoop(plan.clients(), first, jobs, order -> producer.enqueue(type, order));
    }

    /** A row and a job about it for each transaction, which no queue outside the database can offer. */
    private double enqueueWithRow(JobType<Noop.Payload> type, int jobs) {
        Producer producer = api.getBean(Producer.class);
        return Clients.closedLoop(plan.clients(), next(jobs), jobs, order -> producer.enqueueWithRow(type, order));
    }

    private long next(int count) {
        long first = orders;
        orders += count;
        return first;
    }

    private void awaitDrained(RunningProcess worker, JobType<?> type) {
        long deadline = System.nanoTime() + LIMIT.toNanos();
        while (worker.isAlive() && database.hasOpen(type) && System.nanoTime() < deadline) {
            // Looked at so seldom that it costs next to nothing.
            LockSupport.parkNanos(POLL_NANOS);
        }
        if (!worker.isAlive() || database.hasOpen(type)) {
            throw new IllegalStateException("the worker did not drain: " + worker.output());
        }
    }

    /** What each job has cost of the processors, which says more than a rate where other programs run. */
    private void add(String name, ProcessorTime before, int jobs) {
        before.perPiece(jobs).forEach((program, micros) -> add(name + "." + program, "us/job", micros));
    }

    private void add(String name, String unit, double value) {
        measurements.add(name, unit, value);
        progress.step("  %-20s %,.2f %s", name, value, unit);
    }

    @Override
    public void close() {
        api.close();
        database.close();
    }
}
