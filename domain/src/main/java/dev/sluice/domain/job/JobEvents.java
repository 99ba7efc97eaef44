package dev.sluice.domain.job;

import java.util.Collection;

/** The way of events to whoever watches jobs, in all processes. Safe for use by many threads. */
@FunctionalInterface
public interface JobEvents {

    /** Passes on what has happened and is committed. Never fails and never waits; events may be lost. */
    void publish(Collection<JobEvent> events);
}
