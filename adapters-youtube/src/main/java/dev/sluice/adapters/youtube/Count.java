package dev.sluice.adapters.youtube;

import org.jspecify.annotations.Nullable;

/** Reads the API's counts, which are missing where their owner hides them. */
final class Count {

    private Count() {}

    static long of(@Nullable Long count) {
        return count == null ? 0 : count;
    }
}
