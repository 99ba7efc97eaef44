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
import dev.sluice.domain.idempotency.IdempotentRequest;
import dev.sluice.domain.idempotency.RequestFingerprint;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.IntStream;
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
            with asked as materialized (
                select principal, operation, key, fingerprint, result, place,
                    pg_try_advisory_xact_lock(hashtextextended(lock_name, 0)) as locked
                from unnest({0}, {1}, {2}, {3}, {4}, {5}) with ordinality
                    as asked (lock_name, principal, operation, key, fingerprint, result, place)),
            written as (
                insert into idempotency_records (principal, operation, key, fingerprint, result)
                select principal, operation, key, fingerprint, result from asked where locked
                on conflict do nothing
                returning result)
            select asked.locked, written.result is not null as written, known.fingerprint, known.result
            from asked
            left join written on written.result = asked.result
            left join lateral (
                select fingerprint, result from idempotency_records
                where principal = asked.principal and operation = asked.operation and key = asked.key) known on true
            order by asked.place
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
    public List<IdempotencyClaim> claimAll(List<IdempotentRequest> requests) {
        var found = database.fetch(
                        CLAIM,
                        texts(requests, request -> lockName(request.key())),
                        texts(requests, request -> request.key().principal()),
                        texts(requests, request -> request.key().operation()),
                        texts(requests, request -> request.key().value()),
                        texts(requests, request -> request.fingerprint().sha256()),
                        val(requests.stream().map(IdempotentRequest::result).toArray(UUID[]::new)))
                .into(LOCKED, WRITTEN, IDEMPOTENCY_RECORDS.FINGERPRINT, IDEMPOTENCY_RECORDS.RESULT);
        return IntStream.range(0, requests.size())
                .mapToObj(place -> claim(requests.get(place), found.get(place)))
                .toList();
    }

    private static Field<String[]> texts(List<IdempotentRequest> requests, Function<IdempotentRequest, String> text) {
        return val(requests.stream().map(text).toArray(String[]::new));
    }

    private IdempotencyClaim claim(IdempotentRequest request, Record4<Boolean, Boolean, String, UUID> found) {
        if (found.value2()) {
            return new Fresh();
        }
        if (found.value4() != null) {
            return answer(found.value3(), found.value4(), request.fingerprint());
        }
        return found.value1() ? read(request.key(), request.fingerprint()) : new InFlight();
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
