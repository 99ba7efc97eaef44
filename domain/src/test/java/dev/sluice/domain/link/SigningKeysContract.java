package dev.sluice.domain.link;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.repository.Repositories;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What every {@link SigningKeys} does. */
public interface SigningKeysContract {

    Instant NOW = Instant.parse("2026-03-02T12:00:00Z");
    SecureRandom RANDOM = new SecureRandom();

    Repositories repositories();

    @Test
    default void thereIsNoKeyUntilOneIsAdded() {
        assertThat(keys().newest()).isEmpty();

        SigningKey key = added(1);

        assertThat(keys().newest()).singleElement().usingRecursiveComparison().isEqualTo(key);
    }

    @Test
    default void ofTwoKeysOfOneGenerationTheFirstStays() {
        SigningKey first = added(1);
        added(1);

        assertThat(keys().newest().getFirst().secret()).isEqualTo(first.secret());
    }

    @Test
    default void theNewestTwoAreKept() {
        added(1);
        SigningKey second = added(2);
        SigningKey third = added(3);

        assertThat(keys().newest())
                .usingRecursiveFieldByFieldElementComparator()
                .isEqualTo(List.of(third, second));
    }

    private SigningKeys keys() {
        return repositories().signingKeys();
    }

    private SigningKey added(int generation) {
        SigningKey key = SigningKey.generate(generation, RANDOM, NOW);
        keys().add(key);
        return key;
    }
}
