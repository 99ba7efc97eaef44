package dev.sluice.adapters.persistence.pool;

/**
 * How many connections the pool has, and why.
 *
 * @param reason in words, for the log
 */
record PoolSize(int connections, String reason) {}
