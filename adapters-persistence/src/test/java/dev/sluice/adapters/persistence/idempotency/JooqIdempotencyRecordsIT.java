package dev.sluice.adapters.persistence.idempotency;

import dev.sluice.adapters.persistence.PersistenceFixture;
import dev.sluice.domain.idempotency.IdempotencyRecordsContract;
import dev.sluice.domain.repository.Repositories;
import dev.sluice.embedded.postgres.PostgresVersion;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class JooqIdempotencyRecordsIT implements IdempotencyRecordsContract {

    private final Repositories repositories;

    JooqIdempotencyRecordsIT(PostgresVersion version) {
        repositories = PersistenceFixture.emptied(version).repositories();
    }

    @Override
    public Repositories repositories() {
        return repositories;
    }
}
