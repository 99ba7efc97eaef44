package dev.sluice.adapters.persistence.catalogue;

import dev.sluice.adapters.persistence.PersistenceFixture;
import dev.sluice.domain.catalogue.CreatorsContract;
import dev.sluice.domain.repository.Repositories;
import dev.sluice.embedded.postgres.PostgresVersion;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class JooqCreatorsIT implements CreatorsContract {

    private final Repositories repositories;

    JooqCreatorsIT(PostgresVersion version) {
        repositories = PersistenceFixture.emptied(version).repositories();
    }

    @Override
    public Repositories repositories() {
        return repositories;
    }
}
