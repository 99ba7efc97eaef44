package dev.sluice.adapters.persistence.portfolio;

import dev.sluice.adapters.persistence.PersistenceFixture;
import dev.sluice.domain.portfolio.PortfoliosContract;
import dev.sluice.domain.repository.Repositories;
import dev.sluice.embedded.postgres.PostgresVersion;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class JooqPortfoliosIT implements PortfoliosContract {

    private final Repositories repositories;

    JooqPortfoliosIT(PostgresVersion version) {
        repositories = PersistenceFixture.emptied(version).repositories();
    }

    @Override
    public Repositories repositories() {
        return repositories;
    }
}
