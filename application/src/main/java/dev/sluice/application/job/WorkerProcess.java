package dev.sluice.application.job;

import java.lang.System.Logger.Level;
import java.time.Duration;

/** What a worker process does beside running jobs: the heartbeat, the dispatcher and the rescue, each in its loop. */
public final class WorkerProcess implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(WorkerProcess.class.getName());

    /** How long an interrupted attempt may take to end before its job is left to the rescue. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private final Worker worker;
    private final WorkerLease lease;
    private final RunningJobs running;
    private final Dispatcher dispatcher;
    private final WorkerSettings settings;
    private final Loop heartbeat;
    private final Loop leaseWatch;
    private final Loop claimWatch;
    private final Loop timeLimits;
    private final Loop dispatching;
    private final Loop rescuing;

    public WorkerProcess(
            Worker worker,
            WorkerLease lease,
            RunningJobs running,
            Dispatcher dispatcher,
            Rescue rescue,
            WorkerSettings settings) {
        this.worker = worker;
        this.lease = lease;
        this.running = running;
        this.dispatcher = dispatcher;
        this.settings = settings;
        heartbeat = new Loop("heartbeat", settings.heartbeat(), lease::runOnce);
        leaseWatch = new Loop("lease-watch", settings.leaseWatch(), lease::check);
        claimWatch = new Loop("claim-watch", settings.watch(), lease::watchClaims);
        timeLimits = new Loop("time-limits", settings.watch(), running::stopOverdue);
        dispatching = new Loop("dispatcher", () -> dispatcher.rest(settings.poll()), dispatcher::runOnce);
        rescuing = new Loop("rescue", settings.poll(), rescue::runOnce);
    }

    /** Begins; jobs can be taken as soon as the first heartbeat has brought the lease. */
    public void start() {
        heartbeat.start();
        leaseWatch.start();
        claimWatch.start();
        timeLimits.start();
        dispatching.start();
        rescuing.start();
    }

    /** Lets the dispatcher, if it is this worker's turn, look for due jobs now. */
    public void wakeDispatcher() {
        if (dispatcher.wake()) {
            dispatching.wake();
        }
    }

    /**
     * Waits for the running jobs under a running lease, then interrupts what is left and hands it back. Take no jobs
     * before.
     */
    @Override
    public void close() {
        dispatching.close();
        attempt(dispatcher::stop);
        rescuing.close();
        drain();
        timeLimits.close();
        claimWatch.close();
        heartbeat.close();
        leaseWatch.close();
        attempt(lease::end);
    }

    /** What cannot be told to the database now, it finds out when the lease has run out. */
    private static void attempt(Runnable farewell) {
        try {
            farewell.run();
        } catch (RuntimeException failure) {
            LOG.log(
                    Level.WARNING,
                    "leaving without a word: {0}",
                    failure.getClass().getName());
        }
    }

    private void drain() {
        try {
            if (!worker.drain(settings.drain())) {
                LOG.log(Level.INFO, "jobs are still running after {0} and are handed back", settings.drain());
                running.stopAll();
                if (!worker.drain(LAST_WORDS)) {
                    worker.handBackRunning();
                }
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
