package dev.sluice.adapters.persistence.pool;

import java.util.Locale;
import java.util.function.Supplier;

/** What a connection is taken for. Each has a limit of its own, so that none of them takes the whole pool from the others. */
public enum Purpose {
    /** One statement outside of any transaction: whatever nobody has called anything else. */
    READ,
    /** A read that keeps the database's processors busy. */
    HEAVY_READ,
    /** A transaction, which may wait for another's locks. */
    TRANSACTION;

    private static final ScopedValue<Purpose> CURRENT = ScopedValue.newInstance();

    static Purpose current() {
        return CURRENT.orElse(READ);
    }

    /** Does work whose connection is taken for this. */
    public <T> T call(Supplier<T> work) {
        return ScopedValue.where(CURRENT, this).call(work::get);
    }

    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
