package dev.sluice.adapters.web.job.event;

import dev.sluice.application.job.event.JobEventHub;
import org.springframework.context.SmartLifecycle;

/**
 * Ends all streams before the web server, which waits for its requests to end, begins to stop: what starts last stops
 * first.
 */
final class JobEventStreams implements SmartLifecycle {

    private final JobEventHub hub;
    private volatile boolean running;

    JobEventStreams(JobEventHub hub) {
        this.hub = hub;
    }

    @Override
    public void start() {
        hub.open();
        running = true;
    }

    @Override
    public void stop() {
        hub.close();
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
