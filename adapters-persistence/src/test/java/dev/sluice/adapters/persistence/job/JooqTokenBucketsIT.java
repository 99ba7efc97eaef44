package dev.sluice.adapters.persistence.job;

import static dev.sluice.adapters.persistence.schema.Tables.JOB_TOKEN_BUCKETS;

import dev.sluice.adapters.persistence.PersistenceFixture;
import dev.sluice.domain.job.TokenBuckets;
import dev.sluice.domain.job.TokenBucketsContract;
import dev.sluice.embedded.postgres.PostgresVersion;
import java.time.Duration;
import org.jooq.types.DayToSecond;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
final class JooqTokenBucketsIT implements TokenBucketsContract {

    private final PersistenceFixture fixture;

    JooqTokenBucketsIT(PostgresVersion version) {
        fixture = PersistenceFixture.emptied(version);
    }

    @Override
    public TokenBuckets buckets() {
        return fixture.get(TokenBuckets.class);
    }

    /** The database's clock cannot be set, so the times on record are set back instead. */
    @Override
    public void pass(Duration time) {
        fixture.dsl()
                .update(JOB_TOKEN_BUCKETS)
                .set(JOB_TOKEN_BUCKETS.WRITTEN_AT, JOB_TOKEN_BUCKETS.WRITTEN_AT.minus(DayToSecond.valueOf(time)))
                .execute();
    }
}
