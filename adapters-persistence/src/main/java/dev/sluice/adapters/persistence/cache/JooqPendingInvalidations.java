package dev.sluice.adapters.persistence.cache;

import static dev.sluice.adapters.persistence.schema.Tables.PENDING_INVALIDATIONS;
import static org.jooq.impl.DSL.any;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.select;

import dev.sluice.adapters.persistence.schema.tables.records.PendingInvalidationsRecord;
import dev.sluice.domain.cache.Invalidation;
import dev.sluice.domain.cache.PendingInvalidations;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.jooq.types.DayToSecond;

/** Pending invalidations in PostgreSQL, one row each until the cache has been told. */
final class JooqPendingInvalidations implements PendingInvalidations {

    private static final System.Logger LOG = System.getLogger(JooqPendingInvalidations.class.getName());

    private static final Field<Instant> NOW = function("statement_timestamp", SQLDataType.INSTANT);

    private final DSLContext database;

    JooqPendingInvalidations(DSLContext database) {
        this.database = database;
    }

    @Override
    public void record(Collection<Pending> pending) {
        database.insertInto(PENDING_INVALIDATIONS, PENDING_INVALIDATIONS.ID, PENDING_INVALIDATIONS.INVALIDATION)
                .valuesOfRows(pending.stream()
                        .map(one -> row(one.id(), one.invalidation().text()))
                        .toList())
                .execute();
    }

    /**
     * {@inheritDoc}
     *
     * <p>Locks nothing: whoever read a row may die before it has told the cache. Leaves out what no release up to this
     * one records: many of a later one would hide the others.
     */
    @Override
    public List<Pending> waitingFor(Duration age, int limit) {
        return database
                .selectFrom(PENDING_INVALIDATIONS)
                .where(PENDING_INVALIDATIONS.RECORDED_AT.le(NOW.minus(DayToSecond.valueOf(age))))
                .and(PENDING_INVALIDATIONS.INVALIDATION.likeRegex("^(value|tag|region):"))
                .orderBy(PENDING_INVALIDATIONS.RECORDED_AT, PENDING_INVALIDATIONS.ID)
                .limit(limit)
                .fetch()
                .stream()
                .flatMap(row -> read(row).stream())
                .toList();
    }

    /**
     * {@inheritDoc}
     *
     * <p>Rows in another's hands are being forgotten by it; waiting for them might end in a deadlock.
     */
    @Override
    public int forget(Collection<UUID> told) {
        var free = select(PENDING_INVALIDATIONS.ID)
                .from(PENDING_INVALIDATIONS)
                .where(PENDING_INVALIDATIONS.ID.eq(any(told.toArray(UUID[]::new))))
                .forUpdate()
                .skipLocked();
        return database.deleteFrom(PENDING_INVALIDATIONS)
                .where(PENDING_INVALIDATIONS.ID.in(free))
                .execute();
    }

    /** Nothing for what a newer release has recorded, whose processes know what it means: it must not stop the rest. */
    private static Optional<Pending> read(PendingInvalidationsRecord row) {
        try {
            return Optional.of(new Pending(row.getId(), Invalidation.parse(row.getInvalidation())));
        } catch (IllegalArgumentException unknown) {
            LOG.log(Level.WARNING, "a pending invalidation cannot be read here: {0}", row.getId());
            return Optional.empty();
        }
    }
}
