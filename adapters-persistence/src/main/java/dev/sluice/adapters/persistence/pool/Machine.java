package dev.sluice.adapters.persistence.pool;

/**
 * What this process may use.
 *
 * @param processors how many processors
 * @param heapBytes how much memory for objects
 */
record Machine(int processors, long heapBytes) {

    static Machine here() {
        return new Machine(
                Runtime.getRuntime().availableProcessors(), Runtime.getRuntime().maxMemory());
    }
}
