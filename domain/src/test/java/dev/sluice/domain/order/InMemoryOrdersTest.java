package dev.sluice.domain.order;

import dev.sluice.domain.repository.InMemoryRepositories;
import dev.sluice.domain.repository.Repositories;

class InMemoryOrdersTest implements OrdersContract {

    private final Repositories repositories = InMemoryRepositories.empty();

    @Override
    public Repositories repositories() {
        return repositories;
    }
}
