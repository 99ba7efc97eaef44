package dev.sluice.application.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sluice.domain.idempotency.IdempotencyClaim;
import dev.sluice.domain.idempotency.IdempotencyKey;
import dev.sluice.domain.idempotency.IdempotentRequest;
import dev.sluice.domain.idempotency.RequestFingerprint;
import dev.sluice.domain.repository.InMemoryRepositories;
import dev.sluice.domain.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ForgetKeysTest {

    private static final Duration KEEP = Duration.ofDays(2);
    private static final UUID RESULT = new UUID(1, 2);
    private static final RequestFingerprint ASKED = RequestFingerprint.of(List.of("two posters"));

    private final SettableClock clock = new SettableClock(Instant.parse("2026-03-01T12:00:00Z"));
    private final InMemoryRepositories repositories = InMemoryRepositories.empty(clock);
    private final ForgetKeys forgetting =
            new ForgetKeys(repositories.transactions(), repositories.idempotencyRecords(), KEEP);

    @Test
    void aKeyIsForgottenWhenItIsOldEnoughAndNotBefore() {
        IdempotencyKey key = record(1);
        clock.advance(KEEP.minusSeconds(1));
        forgetting.runOnce();
        assertThat(claim(key)).isInstanceOf(IdempotencyClaim.Done.class);
        clock.advance(Duration.ofSeconds(1));
        forgetting.runOnce();
        assertThat(claim(key)).isEqualTo(new IdempotencyClaim.Fresh());
    }

    @Test
    void manyOldKeysTakeSeveralRuns() {
        for (int key = 0; key <= 1_000; key++) {
            record(key);
        }
        clock.advance(KEEP);
        assertThat(forgetting.runOnce()).isTrue();
        assertThat(forgetting.runOnce()).isFalse();
    }

    @Test
    void aKeyIsKeptForAtLeastADay() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new ForgetKeys(
                        repositories.transactions(), repositories.idempotencyRecords(), Duration.ofHours(23)));
    }

    private IdempotencyKey record(int number) {
        IdempotencyKey key = new IdempotencyKey("operations", "place-order", "key-" + number);
        assertThat(claim(key)).isEqualTo(new IdempotencyClaim.Fresh());
        return key;
    }

    private IdempotencyClaim claim(IdempotencyKey key) {
        return repositories
                .transactions()
                .call(() -> repositories.idempotencyRecords().claim(new IdempotentRequest(key, ASKED, RESULT)));
    }
}
