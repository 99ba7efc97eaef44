package dev.sluice.adapters.persistence.invoice;

import dev.sluice.adapters.persistence.PersistenceFixture;
import dev.sluice.domain.invoice.CreditNotesContract;
import dev.sluice.domain.repository.Repositories;
import dev.sluice.embedded.postgres.PostgresVersion;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class JooqCreditNotesIT implements CreditNotesContract {

    private final Repositories repositories;

    JooqCreditNotesIT(PostgresVersion version) {
        repositories = PersistenceFixture.emptied(version).repositories();
    }

    @Override
    public Repositories repositories() {
        return repositories;
    }
}
