package dev.sluice.local;

/** What a person can ask for. */
@FunctionalInterface
interface Command {
    /**
     * Does it, and returns the exit code of the process.
     *
     * @throws dev.sluice.local.console.PlainFailure if it cannot be done
     */
    int run();
}
