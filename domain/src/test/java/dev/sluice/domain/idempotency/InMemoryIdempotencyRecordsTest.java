package dev.sluice.domain.idempotency;

import dev.sluice.domain.repository.InMemoryRepositories;
import dev.sluice.domain.repository.Repositories;

class InMemoryIdempotencyRecordsTest implements IdempotencyRecordsContract {

    private final Repositories repositories = InMemoryRepositories.empty();

    @Override
    public Repositories repositories() {
        return repositories;
    }
}
