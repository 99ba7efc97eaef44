package dev.sluice.adapters.persistence.webhook;

import dev.sluice.adapters.persistence.PersistenceFixture;
import dev.sluice.domain.repository.Repositories;
import dev.sluice.domain.webhook.WebhookEndpointsContract;
import dev.sluice.embedded.postgres.PostgresVersion;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class JooqWebhookEndpointsIT implements WebhookEndpointsContract {

    private final PersistenceFixture fixture;

    JooqWebhookEndpointsIT(PostgresVersion version) {
        fixture = PersistenceFixture.emptied(version);
    }

    @Override
    public Repositories repositories() {
        return fixture.repositories();
    }
}
