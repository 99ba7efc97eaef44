package dev.sluice.application.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.sluice.domain.access.ApiKey;
import dev.sluice.domain.access.ApiKeyId;
import dev.sluice.domain.access.ApiKeyToken;
import dev.sluice.domain.access.ApiKeys;
import dev.sluice.domain.access.InMemoryApiKeys;
import dev.sluice.domain.access.Owner;
import dev.sluice.domain.access.SampleKeys;
import dev.sluice.domain.access.Scope;
import dev.sluice.domain.failure.Overloaded;
import dev.sluice.domain.failure.RetryableFailure;
import dev.sluice.domain.page.Page;
import dev.sluice.domain.page.PageRequest;
import dev.sluice.domain.time.SettableClock;
import dev.sluice.domain.transaction.InMemoryTransactions;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class VerifyApiKeyTest {

    private final SettableClock clock = new SettableClock(SampleKeys.NOW);
    private final CountedKeys keys = new CountedKeys(new InMemoryApiKeys(new InMemoryTransactions()));
    private final VerifyApiKey verifying = new VerifyApiKey(
            keys, clock, () -> Duration.between(SampleKeys.NOW, clock.instant()).toNanos());

    private final ApiKeyToken token = SampleKeys.token();
    private final ApiKey key = SampleKeys.key(token, Owner.operations(), null, Scope.JOBS);

    @Test
    void whoHoldsAKeyIsKnownByIt() {
        keys.add(key);

        assertThat(verifying.verify(token)).contains(key.caller());
    }

    @Test
    void theIdAloneOpensNothing() {
        keys.add(key);
        ApiKeyToken forged = new ApiKeyToken(token.id(), SampleKeys.token().secret());

        assertThat(verifying.verify(forged)).isEmpty();
        assertThat(verifying.verify(token)).isPresent();
        assertThat(verifying.verify(forged)).isEmpty();
        assertThat(keys.lookUps).isEqualTo(1);
    }

    @Test
    void aKeyThatIsRememberedIsNotLookedUp() {
        keys.add(key);

        for (int time = 0; time < 1_000; time++) {
            assertThat(verifying.verify(token)).isPresent();
        }

        assertThat(keys.lookUps).isEqualTo(1);
    }

    @Test
    void aRevokedKeyIsRefusedOnceItIsForgotten() {
        keys.add(key);
        verifying.verify(token);
        keys.revoke(key.id(), clock.instant());

        clock.advance(VerifyApiKey.REMEMBERED);

        assertThat(verifying.verify(token)).isEmpty();
    }

    @Test
    void aKeyIsLookedUpAnewByOneCallerBeforeItIsForgotten() {
        keys.add(key);
        verifying.verify(token);

        clock.advance(VerifyApiKey.REMEMBERED.dividedBy(2));
        verifying.verify(token);
        verifying.verify(token);

        assertThat(keys.lookUps).isEqualTo(2);
    }

    @Test
    void aKeyThatIsRememberedNeedsNoDatabaseAndNoneIsNeededForLonger() {
        keys.add(key);
        verifying.verify(token);
        keys.isAway = true;

        clock.advance(VerifyApiKey.REMEMBERED.minusMillis(1));
        assertThat(verifying.verify(token)).isPresent();
        clock.advance(Duration.ofMillis(1));
        assertThatExceptionOfType(RetryableFailure.class).isThrownBy(() -> verifying.verify(token));
    }

    @Test
    void aLookUpThatFailedIsMadeOnceMoreBeforeTheKeyIsForgotten() {
        keys.add(key);
        verifying.verify(token);
        clock.advance(VerifyApiKey.REMEMBERED.dividedBy(2));
        keys.isAway = true;
        verifying.verify(token);
        keys.isAway = false;

        assertThat(verifying.verify(token)).isPresent();
        assertThat(verifying.verify(token)).isPresent();

        assertThat(keys.lookUps).isEqualTo(2);
    }

    @Test
    void anExpiredKeyIsRefused() {
        ApiKeyToken brief = SampleKeys.token();
        keys.add(SampleKeys.key(brief, Owner.operations(), SampleKeys.NOW.plusSeconds(60), Scope.JOBS));

        assertThat(verifying.verify(brief)).isPresent();
        clock.advance(Duration.ofSeconds(60));
        assertThat(verifying.verify(brief)).isEmpty();
    }

    @Test
    void anUnknownKeyThatIsTriedAgainIsNotLookedUp() {
        verifying.verify(token);
        verifying.verify(token);

        assertThat(keys.lookUps).isEqualTo(1);
    }

    @Test
    void aFloodOfUnknownKeysReachesTheDatabaseAsATrickle() {
        int refused = 0;
        for (int number = 0; number < 10_000; number++) {
            refused += isRefused(SampleKeys.token()) ? 1 : 0;
        }

        assertThat(keys.lookUps).isEqualTo(100);
        assertThat(refused).isEqualTo(9_900);
    }

    @Test
    void whoIsKnownPassesThroughAFlood() {
        keys.add(key);
        verifying.verify(token);
        for (int number = 0; number < 1_000; number++) {
            isRefused(SampleKeys.token());
        }
        clock.advance(VerifyApiKey.REMEMBERED.plusMillis(1));
        for (int number = 0; number < 1_000; number++) {
            isRefused(SampleKeys.token());
        }

        assertThat(verifying.verify(token)).isPresent();
    }

    @Test
    void aCrowdOfKeysThatExistIsNoFlood() {
        for (int number = 0; number < 1_000; number++) {
            ApiKeyToken own = SampleKeys.token();
            keys.add(SampleKeys.key(own, Owner.operations(), null, Scope.JOBS));
            assertThat(verifying.verify(own)).isPresent();
        }
    }

    private boolean isRefused(ApiKeyToken unknown) {
        try {
            assertThat(verifying.verify(unknown)).isEmpty();
            return false;
        } catch (Overloaded flood) {
            return true;
        }
    }

    /** Keys that count how often they are asked, and can be out of reach. */
    private static final class CountedKeys implements ApiKeys {

        private final ApiKeys keys;
        private int lookUps;
        private boolean isAway;

        CountedKeys(ApiKeys keys) {
            this.keys = keys;
        }

        @Override
        public Optional<ApiKey> find(ApiKeyId id) {
            if (isAway) {
                throw new RetryableFailure("away on purpose", new IllegalStateException());
            }
            lookUps++;
            return keys.find(id);
        }

        @Override
        public void add(ApiKey key) {
            keys.add(key);
        }

        @Override
        public Page<ApiKey> list(PageRequest page) {
            return keys.list(page);
        }

        @Override
        public boolean replace(ApiKeyId id, Instant now, Instant until) {
            return keys.replace(id, now, until);
        }

        @Override
        public boolean revoke(ApiKeyId id, Instant at) {
            return keys.revoke(id, at);
        }
    }
}
