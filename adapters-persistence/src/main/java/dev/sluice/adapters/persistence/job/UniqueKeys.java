package dev.sluice.adapters.persistence.job;

import static dev.sluice.adapters.persistence.job.JobSql.NOW;
import static dev.sluice.adapters.persistence.job.JobSql.nowPlus;
import static dev.sluice.adapters.persistence.schema.Tables.JOB_UNIQUE_KEYS;

import dev.sluice.domain.job.JobId;
import dev.sluice.domain.job.Uniqueness;
import java.util.Optional;
import org.jooq.Condition;
import org.jooq.DSLContext;

/** Who holds which key. Two transactions that ask for one key wait for each other. */
final class UniqueKeys {

    private final DSLContext dsl;

    UniqueKeys(DSLContext dsl) {
        this.dsl = dsl;
    }

    /** @return who holds the key, or empty if this job does from now on */
    Optional<JobId> take(String type, Uniqueness unique, JobId job) {
        boolean taken = dsl.insertInto(JOB_UNIQUE_KEYS)
                        .set(JOB_UNIQUE_KEYS.TYPE, type)
                        .set(JOB_UNIQUE_KEYS.KEY, unique.key())
                        .set(JOB_UNIQUE_KEYS.JOB_ID, job.value())
                        .set(JOB_UNIQUE_KEYS.TAKEN_UNTIL, nowPlus(unique.window()))
                        .onConflict(JOB_UNIQUE_KEYS.TYPE, JOB_UNIQUE_KEYS.KEY)
                        .doUpdate()
                        .setAllToExcluded()
                        .where(JOB_UNIQUE_KEYS.TAKEN_UNTIL.le(NOW))
                        .execute()
                == 1;
        return taken ? Optional.empty() : Optional.of(holder(type, unique));
    }

    private JobId holder(String type, Uniqueness unique) {
        return new JobId(dsl.select(JOB_UNIQUE_KEYS.JOB_ID)
                .from(JOB_UNIQUE_KEYS)
                .where(is(type, unique))
                .fetchSingle()
                .value1());
    }

    /** Makes this job the holder of a key that another holds. */
    void give(String type, Uniqueness unique, JobId job) {
        dsl.update(JOB_UNIQUE_KEYS)
                .set(JOB_UNIQUE_KEYS.JOB_ID, job.value())
                .set(JOB_UNIQUE_KEYS.TAKEN_UNTIL, nowPlus(unique.window()))
                .where(is(type, unique))
                .execute();
    }

    private static Condition is(String type, Uniqueness unique) {
        return JOB_UNIQUE_KEYS.TYPE.eq(type).and(JOB_UNIQUE_KEYS.KEY.eq(unique.key()));
    }
}
