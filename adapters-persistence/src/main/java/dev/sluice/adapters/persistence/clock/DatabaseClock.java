package dev.sluice.adapters.persistence.clock;

import static org.jooq.impl.DSL.function;

import dev.sluice.domain.failure.RetryableFailure;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jooq.impl.SQLDataType;
import org.jspecify.annotations.Nullable;

/**
 * The database's clock, so that all times on record are of one clock, whatever those of the processes say. It is read
 * now and then and carried on in between, by a clock of this process that only measures spans; it is off by half the time
 * that the answer took at most. Safe for use by many threads.
 */
final class DatabaseClock implements InstantSource {

    private static final Duration READ_AGAIN_AFTER = Duration.ofSeconds(30);

    /** An answer that took longer may be off by more than the clocks drift apart until the next. */
    private static final Duration EXACT = Duration.ofMillis(200);

    /** Goes on within a transaction. */
    private static final Field<Instant> NOW = function("clock_timestamp", SQLDataType.INSTANT);

    private final DSLContext database;
    private final LongSupplier nanoTime;
    private final ReentrantLock reading = new ReentrantLock();
    private volatile @Nullable Reading last;

    /** @param nanoTime a clock that only measures spans, in nanoseconds */
    DatabaseClock(DSLContext database, LongSupplier nanoTime) {
        this.database = database;
        this.nanoTime = nanoTime;
    }

    /** @throws RetryableFailure if the database has never been read and cannot answer now */
    @Override
    public Instant instant() {
        Reading known = last;
        if (known == null) {
            known = read();
        } else if (known.isOld(nanoTime.getAsLong()) && reading.tryLock()) {
            known = readAgain(known);
        }
        return known.carriedOnTo(nanoTime.getAsLong());
    }

    /** Needs the lock, and releases it. What is known is better than an answer that has taken long, or none. */
    private Reading readAgain(Reading known) {
        try {
            Reading read = read();
            return read.isExact() ? read : keep(known);
        } catch (RuntimeException unanswered) {
            return known;
        } finally {
            reading.unlock();
        }
    }

    private Reading read() {
        long asked = nanoTime.getAsLong();
        Instant now = Objects.requireNonNull(database.select(NOW).fetchSingle().value1());
        long took = nanoTime.getAsLong() - asked;
        return keep(new Reading(now, asked + took / 2, took));
    }

    private Reading keep(Reading reading) {
        last = reading;
        return reading;
    }

    /** @param took how long the answer took, in nanoseconds */
    private record Reading(Instant time, long nanos, long took) {

        boolean isExact() {
            return took < EXACT.toNanos();
        }

        boolean isOld(long now) {
            return now - nanos >= READ_AGAIN_AFTER.toNanos();
        }

        Instant carriedOnTo(long now) {
            return time.plusNanos(now - nanos);
        }
    }
}
