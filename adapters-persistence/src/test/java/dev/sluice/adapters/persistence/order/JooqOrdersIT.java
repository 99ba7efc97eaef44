package dev.sluice.adapters.persistence.order;

import dev.sluice.adapters.persistence.PersistenceFixture;
import dev.sluice.domain.order.OrdersContract;
import dev.sluice.domain.repository.Repositories;
import dev.sluice.embedded.postgres.PostgresVersion;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class JooqOrdersIT implements OrdersContract {

    private final Repositories repositories;

    JooqOrdersIT(PostgresVersion version) {
        repositories = PersistenceFixture.emptied(version).repositories();
    }

    @Override
    public Repositories repositories() {
        return repositories;
    }
}
