package dev.sluice.adapters.persistence.link;

import dev.sluice.adapters.persistence.PersistenceFixture;
import dev.sluice.domain.link.SigningKeysContract;
import dev.sluice.domain.repository.Repositories;
import dev.sluice.embedded.postgres.PostgresVersion;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class JooqSigningKeysIT implements SigningKeysContract {

    private final PersistenceFixture fixture;

    JooqSigningKeysIT(PostgresVersion version) {
        fixture = PersistenceFixture.emptied(version);
    }

    @Override
    public Repositories repositories() {
        return fixture.repositories();
    }
}
