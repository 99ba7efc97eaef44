package dev.sluice.domain.job;

/** Calls to the dispatcher, wherever in the installation it runs. Safe for use by many threads. */
@FunctionalInterface
public interface WakeUps {

    /** Tells the dispatcher that there may be something to do. Never fails and never waits; may be lost. */
    void wakeDispatcher();
}
