package dev.sluice.application.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.link.SigningKey;
import dev.sluice.domain.link.SigningKeys;
import dev.sluice.domain.repository.InMemoryRepositories;
import dev.sluice.domain.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class LinkKeysTest {

    private static final Duration MONTH = Duration.ofDays(30);

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T12:00:00Z"));
    private final SigningKeys stored = InMemoryRepositories.empty(clock).signingKeys();
    private final LinkKeys keys = new LinkKeys(stored, clock);
    private final LinkKeys elsewhere = new LinkKeys(stored, clock);

    @Test
    void theFirstUseMakesAKeyThatAllProcessesSignWith() {
        SigningKey key = keys.current();

        assertThat(elsewhere.current().secret()).isEqualTo(key.secret());
        assertThat(stored.newest()).hasSize(1);
    }

    @Test
    void afterAMonthAnotherKeyTakesOverOnceAllProcessesKnowIt() {
        SigningKey first = keys.current();
        elsewhere.valid();
        clock.advance(MONTH);

        assertThat(keys.current().generation()).isEqualTo(first.generation());
        assertThat(stored.newest()).hasSize(2);
        clock.advance(Duration.ofMinutes(2));

        SigningKey second = keys.current();
        assertThat(second.generation()).isEqualTo(first.generation() + 1);
        assertThat(elsewhere.valid()).extracting(SigningKey::generation).containsExactly(2, 1);
    }
}
