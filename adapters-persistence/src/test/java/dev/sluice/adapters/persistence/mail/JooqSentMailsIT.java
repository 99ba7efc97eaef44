package dev.sluice.adapters.persistence.mail;

import dev.sluice.adapters.persistence.PersistenceFixture;
import dev.sluice.domain.mail.SentMailsContract;
import dev.sluice.domain.repository.Repositories;
import dev.sluice.embedded.postgres.PostgresVersion;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class JooqSentMailsIT implements SentMailsContract {

    private final Repositories repositories;

    JooqSentMailsIT(PostgresVersion version) {
        repositories = PersistenceFixture.emptied(version).repositories();
    }

    @Override
    public Repositories repositories() {
        return repositories;
    }
}
