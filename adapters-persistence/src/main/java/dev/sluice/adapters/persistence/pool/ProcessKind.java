package dev.sluice.adapters.persistence.pool;

/** The kinds of processes that share a database. */
enum ProcessKind {
    API,
    WORKER
}
