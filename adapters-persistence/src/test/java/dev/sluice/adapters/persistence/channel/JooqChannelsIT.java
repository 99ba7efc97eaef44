package dev.sluice.adapters.persistence.channel;

import dev.sluice.adapters.persistence.PersistenceFixture;
import dev.sluice.domain.channel.ChannelsContract;
import dev.sluice.domain.repository.Repositories;
import dev.sluice.embedded.postgres.PostgresVersion;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class JooqChannelsIT implements ChannelsContract {

    private final Repositories repositories;

    JooqChannelsIT(PostgresVersion version) {
        repositories = PersistenceFixture.emptied(version).repositories();
    }

    @Override
    public Repositories repositories() {
        return repositories;
    }
}
