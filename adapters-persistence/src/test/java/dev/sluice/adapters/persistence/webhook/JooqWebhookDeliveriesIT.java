package dev.sluice.adapters.persistence.webhook;

import dev.sluice.adapters.persistence.PersistenceFixture;
import dev.sluice.domain.repository.Repositories;
import dev.sluice.domain.webhook.WebhookDeliveriesContract;
import dev.sluice.embedded.postgres.PostgresVersion;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class JooqWebhookDeliveriesIT implements WebhookDeliveriesContract {

    private final PersistenceFixture fixture;

    JooqWebhookDeliveriesIT(PostgresVersion version) {
        fixture = PersistenceFixture.emptied(version);
    }

    @Override
    public Repositories repositories() {
        return fixture.repositories();
    }
}
