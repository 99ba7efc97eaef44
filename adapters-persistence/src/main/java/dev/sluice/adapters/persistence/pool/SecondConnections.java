package dev.sluice.adapters.persistence.pool;

/** What becomes of a thread that takes a second connection while it holds one: with all threads doing so, none goes on. */
enum SecondConnections {
    /** It is counted, for production. */
    COUNTED,
    /** It fails, for tests. */
    REFUSED
}
