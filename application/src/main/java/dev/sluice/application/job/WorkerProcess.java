package dev.sluice.application.job;

import java.lang.System.Logger.Level;

/** What a worker process does beside running jobs: the heartbeat, the dispatcher and the rescue, each in its loop. */
public final class WorkerProcess implements AutoCloseable {

    private static final System.Logger LOG = System.getLogger(WorkerProcess.class.getName());

    private final Worker worker;
    private final WorkerLease lease;
    private final Dispatcher dispatcher;
    private final WorkerSettings settings;
    private final Loop heartbeat;
    private final Loop leaseWatch;
    private final Loop dispatching;
    private final Loop rescuing;

    public WorkerProcess(
            Worker worker, WorkerLease lease, Dispatcher dispatcher, Rescue rescue, WorkerSettings settings) {
        this.worker = worker;
        this.lease = lease;
        this.dispatcher = dispatcher;
        this.settings = settings;
        heartbeat = new Loop("heartbeat", settings.heartbeat(), lease::runOnce);
        leaseWatch = new Loop("lease-watch", settings.leaseWatch(), lease::check);
        dispatching = new Loop("dispatcher", settings.poll(), dispatcher::runOnce);
        rescuing = new Loop("rescue", settings.poll(), rescue::runOnce);
    }

    /** Begins; jobs can be taken as soon as the first heartbeat has brought the lease. */
    public void start() {
        heartbeat.start();
        leaseWatch.start();
        dispatching.start();
        rescuing.start();
    }

    /** Lets the dispatcher, if it is this worker's turn, look for due jobs now. */
    public void wakeDispatcher() {
        dispatching.wake();
    }

    /** Waits for the running jobs under a running lease, then gives up whatever is left. Take no jobs before. */
    @Override
    public void close() {
        dispatching.close();
        dispatcher.stop();
        rescuing.close();
        drain();
        heartbeat.close();
        leaseWatch.close();
        lease.end();
    }

    private void drain() {
        try {
            if (!worker.drain(settings.drain())) {
                LOG.log(
                        Level.WARNING,
                        "jobs are still running after {0}: other workers will begin them again",
                        settings.drain());
            }
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
        }
    }
}
