package dev.sluice.adapters.persistence.pool;

import java.util.function.Supplier;
import org.jooq.DSLContext;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Where reads that keep the database's processors busy go: to the same database or its replica, within a limit of their
 * own. One takes its connection once for all its statements, so that none is turned away half way. Safe for use by many
 * threads.
 */
public final class HeavyReads {

    private final DSLContext database;
    private final TransactionTemplate scope;

    /** @param scope keeps one connection for whatever is done within it, and begins no transaction */
    HeavyReads(DSLContext database, TransactionTemplate scope) {
        this.database = database;
        this.scope = scope;
    }

    /** The database to read from within {@link #call}. */
    public DSLContext database() {
        return database;
    }

    /** Does a read on the calling thread; it may not begin a transaction. */
    public <T> T call(Supplier<T> read) {
        return Purpose.HEAVY_READ.call(() -> scope.execute(status -> read.get()));
    }
}
