package dev.sluice.domain.catalogue;

import dev.sluice.domain.repository.InMemoryRepositories;
import dev.sluice.domain.repository.Repositories;

class InMemoryCreatorsTest implements CreatorsContract {

    private final Repositories repositories = InMemoryRepositories.empty();

    @Override
    public Repositories repositories() {
        return repositories;
    }
}
