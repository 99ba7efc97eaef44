package dev.sluice.adapters.persistence.idempotency;

import static dev.sluice.adapters.persistence.schema.Tables.IDEMPOTENCY_RECORDS;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.function;
import static org.jooq.impl.DSL.name;
import static org.jooq.impl.DSL.row;
import static org.jooq.impl.DSL.val;

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
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.Record4;
import org.jooq.impl.SQLDataType;
import org.jooq.types.DayToSecond;

/** Idempotency keys in PostgreSQL. An advisory lock on the key's hash marks a key as claimed until its transaction ends. */
final class JooqIdempotencyRecords implements IdempotencyRecords {

    private static final Field<Boolean> LOCKED = field(name("locked"), Boolean.class);
    private static final Field<Boolean> WRITTEN = field(name("written"), Boolean.class);

    private static final String CLAIM = """
            with attempt as materialized (
                select pg_try_advisory_xact_lock(hashtextextended({0}, 0)) as locked),
            written as (
                insert into idempotency_records (principal, operation, key, fingerprint, result)
                select {5}, {1}, {2}, {3}, {4} from attempt where locked
                on conflict do nothing
                returning result)
            select attempt.locked, exists (select from written) as written, known.fingerprint, known.result
            from attempt
            left join idempotency_records known
                on known.principal = {5} and known.operation = {1} and known.key = {2}
            """;

    private final DSLContext database;

    JooqIdempotencyRecords(DSLContext database) {
        this.database = database;
    }

    /**
     * {@inheritDoc}
     *
     * <p>All in one round trip. What was committed since the statement began is a conflict for it, but not seen by it: then
     * a second statement reads it. Whether the lock was free matters only without a record, so that many repetitions of a
     * request do not refuse each other.
     */
    @Override
    public IdempotencyClaim claim(IdempotencyKey key, RequestFingerprint fingerprint, UUID result) {
        Record4<Boolean, Boolean, String, UUID> found = database.fetchSingle(
                        CLAIM,
                        val(lockName(key)),
                        val(key.operation()),
                        val(key.value()),
                        val(fingerprint.sha256()),
                        val(result),
                        val(key.principal()))
                .into(LOCKED, WRITTEN, IDEMPOTENCY_RECORDS.FINGERPRINT, IDEMPOTENCY_RECORDS.RESULT);
        if (found.value2()) {
            return new Fresh();
        }
        if (found.value4() != null) {
            return answer(found.value3(), found.value4(), fingerprint);
        }
        return found.value1() ? read(key, fingerprint) : new InFlight();
    }

    @Override
    public int forget(Duration age, int limit) {
        Field<Instant> now = function("statement_timestamp", SQLDataType.INSTANT);
        var old = database.select(IDEMPOTENCY_RECORDS.PRINCIPAL, IDEMPOTENCY_RECORDS.OPERATION, IDEMPOTENCY_RECORDS.KEY)
                .from(IDEMPOTENCY_RECORDS)
                .where(IDEMPOTENCY_RECORDS.RECORDED_AT.le(now.minus(DayToSecond.valueOf(age))))
                .limit(limit)
                .forUpdate()
                .skipLocked();
        return database.deleteFrom(IDEMPOTENCY_RECORDS)
                .where(row(IDEMPOTENCY_RECORDS.PRINCIPAL, IDEMPOTENCY_RECORDS.OPERATION, IDEMPOTENCY_RECORDS.KEY)
                        .in(old))
                .execute();
    }

    /** Neither a principal nor a key's value holds a space, so that no two keys give the same text. */
    private static String lockName(IdempotencyKey key) {
        return key.principal() + " " + key.operation() + " " + key.value();
    }

    private IdempotencyClaim read(IdempotencyKey key, RequestFingerprint asked) {
        return database.select(IDEMPOTENCY_RECORDS.FINGERPRINT, IDEMPOTENCY_RECORDS.RESULT)
                .from(IDEMPOTENCY_RECORDS)
                .where(IDEMPOTENCY_RECORDS.PRINCIPAL.eq(key.principal()))
                .and(IDEMPOTENCY_RECORDS.OPERATION.eq(key.operation()))
                .and(IDEMPOTENCY_RECORDS.KEY.eq(key.value()))
                .fetchSingle(mapping((fingerprint, result) -> answer(fingerprint, result, asked)));
    }

    private static IdempotencyClaim answer(String fingerprint, UUID result, RequestFingerprint asked) {
        return fingerprint.equals(asked.sha256()) ? new Done(result) : new Reused();
    }
}
