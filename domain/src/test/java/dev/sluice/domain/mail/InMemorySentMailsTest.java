package dev.sluice.domain.mail;

import dev.sluice.domain.repository.InMemoryRepositories;
import dev.sluice.domain.repository.Repositories;

class InMemorySentMailsTest implements SentMailsContract {

    private final Repositories repositories = InMemoryRepositories.empty();

    @Override
    public Repositories repositories() {
        return repositories;
    }
}
