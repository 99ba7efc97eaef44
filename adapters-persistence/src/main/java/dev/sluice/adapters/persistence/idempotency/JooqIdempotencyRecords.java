package dev.sluice.adapters.persistence.idempotency;

import static dev.sluice.adapters.persistence.schema.Tables.IDEMPOTENCY_RECORDS;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;

import dev.sluice.adapters.persistence.schema.tables.records.IdempotencyRecordsRecord;
import dev.sluice.domain.idempotency.IdempotencyClaim;
import dev.sluice.domain.idempotency.IdempotencyClaim.Done;
import dev.sluice.domain.idempotency.IdempotencyClaim.Fresh;
import dev.sluice.domain.idempotency.IdempotencyClaim.InFlight;
import dev.sluice.domain.idempotency.IdempotencyClaim.Reused;
import dev.sluice.domain.idempotency.IdempotencyKey;
import dev.sluice.domain.idempotency.IdempotencyRecords;
import dev.sluice.domain.idempotency.RequestFingerprint;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.jooq.types.DayToSecond;

/** Idempotency keys in PostgreSQL. An advisory lock on the key's hash marks a key as claimed until its transaction ends. */
final class JooqIdempotencyRecords implements IdempotencyRecords {

    private final DSLContext database;

    JooqIdempotencyRecords(DSLContext database) {
        this.database = database;
    }

    /**
     * {@inheritDoc}
     *
     * <p>The record is read by a second statement, which sees whatever the lock's last holder committed. Whether the
     * lock was free matters only without a record, so that many repetitions of a request do not refuse each other.
     */
    @Override
    public IdempotencyClaim claim(IdempotencyKey key, RequestFingerprint fingerprint) {
        boolean locked = tryLock(key);
        return find(key).map(row -> answer(row, fingerprint)).orElseGet(() -> locked ? new Fresh() : new InFlight());
    }

    @Override
    public void record(IdempotencyKey key, RequestFingerprint fingerprint, UUID result) {
        database.insertInto(IDEMPOTENCY_RECORDS)
                .set(IDEMPOTENCY_RECORDS.OPERATION, key.operation())
                .set(IDEMPOTENCY_RECORDS.KEY, key.value())
                .set(IDEMPOTENCY_RECORDS.FINGERPRINT, fingerprint.sha256())
                .set(IDEMPOTENCY_RECORDS.RESULT, result)
                .execute();
    }

    @Override
    public int forget(Duration age, int limit) {
        Field<Instant> now = function("statement_timestamp", SQLDataType.INSTANT);
        var old = database.select(IDEMPOTENCY_RECORDS.OPERATION, IDEMPOTENCY_RECORDS.KEY)
                .from(IDEMPOTENCY_RECORDS)
                .where(IDEMPOTENCY_RECORDS.RECORDED_AT.le(now.minus(DayToSecond.valueOf(age))))
                .limit(limit)
                .forUpdate()
                .skipLocked();
        return database.deleteFrom(IDEMPOTENCY_RECORDS)
                .where(row(IDEMPOTENCY_RECORDS.OPERATION, IDEMPOTENCY_RECORDS.KEY)
                        .in(old))
                .execute();
    }

    /** A key's value holds no space, so that no two keys give the same text. */
    private boolean tryLock(IdempotencyKey key) {
        return database.select(field(
                        "pg_try_advisory_xact_lock(hashtextextended({0}, 0))",
                        Boolean.class, val(key.operation() + " " + key.value())))
                .fetchSingle()
                .value1();
    }

    private Optional<IdempotencyRecordsRecord> find(IdempotencyKey key) {
        return database.selectFrom(IDEMPOTENCY_RECORDS)
                .where(IDEMPOTENCY_RECORDS.OPERATION.eq(key.operation()))
                .and(IDEMPOTENCY_RECORDS.KEY.eq(key.value()))
                .fetchOptional();
    }

    private static IdempotencyClaim answer(IdempotencyRecordsRecord row, RequestFingerprint asked) {
        return row.getFingerprint().equals(asked.sha256()) ? new Done(row.getResult()) : new Reused();
    }
}
