package dev.sluice.domain.cache;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.repository.InMemoryRepositories;
import dev.sluice.domain.repository.Repositories;
import dev.sluice.domain.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class InMemoryPendingInvalidationsTest implements PendingInvalidationsContract {

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T12:00:00Z"));
    private final Repositories repositories = InMemoryRepositories.empty(clock);

    @Override
    public Repositories repositories() {
        return repositories;
    }

    @Test
    void waitingIsCountedFromTheRecordOn() {
        repositories.pendingInvalidations().record(List.of(FIRST));
        clock.advance(Duration.ofMillis(999));
        assertThat(repositories.pendingInvalidations().waitingFor(Duration.ofSeconds(1), 9))
                .isEmpty();
        clock.advance(Duration.ofMillis(1));
        assertThat(repositories.pendingInvalidations().waitingFor(Duration.ofSeconds(1), 9))
                .containsExactly(FIRST);
    }
}
