package dev.sluice.adapters.persistence.privacy;

import dev.sluice.adapters.persistence.PersistenceFixture;
import dev.sluice.domain.privacy.PersonalRecordsContract;
import dev.sluice.domain.repository.Repositories;
import dev.sluice.embedded.postgres.PostgresVersion;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class JooqPersonalRecordsIT implements PersonalRecordsContract {

    private final PersistenceFixture fixture;

    JooqPersonalRecordsIT(PostgresVersion version) {
        fixture = PersistenceFixture.emptied(version);
    }

    @Override
    public Repositories repositories() {
        return fixture.repositories();
    }
}
