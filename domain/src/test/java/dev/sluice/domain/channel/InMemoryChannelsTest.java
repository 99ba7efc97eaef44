package dev.sluice.domain.channel;

import dev.sluice.domain.repository.InMemoryRepositories;
import dev.sluice.domain.repository.Repositories;

class InMemoryChannelsTest implements ChannelsContract {

    private final Repositories repositories = InMemoryRepositories.empty();

    @Override
    public Repositories repositories() {
        return repositories;
    }
}
