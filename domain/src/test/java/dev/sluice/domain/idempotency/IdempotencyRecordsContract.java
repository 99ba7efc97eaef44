package dev.sluice.domain.idempotency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.domain.idempotency.IdempotencyClaim.Done;
import dev.sluice.domain.idempotency.IdempotencyClaim.Fresh;
import dev.sluice.domain.idempotency.IdempotencyClaim.InFlight;
import dev.sluice.domain.idempotency.IdempotencyClaim.Reused;
import dev.sluice.domain.repository.Repositories;
import dev.sluice.domain.transaction.Concurrently;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What every {@link IdempotencyRecords} does. */
public interface IdempotencyRecordsContract {

    IdempotencyKey KEY = new IdempotencyKey("operations", "place-order", "6f1d");
    RequestFingerprint ASKED = RequestFingerprint.of(List.of("two posters"));
    RequestFingerprint ASKED_ELSE = RequestFingerprint.of(List.of("three posters"));
    UUID RESULT = new UUID(1, 2);
    UUID OTHER_RESULT = new UUID(1, 3);

    Repositories repositories();

    @Test
    default void anUnusedKeyIsFresh() {
        assertThat(claim(KEY, ASKED)).isEqualTo(new Fresh());
    }

    @Test
    default void theSameRequestGetsItsResultAgain() {
        carryOut(KEY);

        assertThat(claim(KEY, ASKED, OTHER_RESULT)).isEqualTo(new Done(RESULT));
    }

    @Test
    default void aKeyUsedForAnotherRequestIsRefused() {
        carryOut(KEY);

        assertThat(claim(KEY, ASKED_ELSE)).isEqualTo(new Reused());
    }

    @Test
    default void twoPrincipalsMayChooseOneValue() {
        carryOut(KEY);

        assertThat(claim(new IdempotencyKey("a-seller", KEY.operation(), KEY.value()), ASKED_ELSE))
                .isEqualTo(new Fresh());
    }

    @Test
    default void oneValueMayNameEffectsOfTwoOperations() {
        carryOut(KEY);

        assertThat(claim(new IdempotencyKey("operations", "sync-channel", KEY.value()), ASKED_ELSE))
                .isEqualTo(new Fresh());
    }

    @Test
    default void aKeyThatAnotherTransactionHoldsIsInFlightAtOnce() {
        IdempotencyClaim other = repositories().transactions().call(() -> {
            records().claim(new IdempotentRequest(KEY, ASKED, RESULT));
            return Concurrently.elsewhere(() -> claim(KEY, ASKED));
        });

        assertThat(other).isEqualTo(new InFlight());
        assertThat(claim(KEY, ASKED)).isEqualTo(new Done(RESULT));
    }

    @Test
    default void aRecordThatIsRolledBackLeavesTheKeyFresh() {
        assertThatThrownBy(() -> repositories().transactions().run(() -> {
                    carryOut(KEY);
                    throw new IllegalArgumentException("deliberate");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(claim(KEY, ASKED)).isEqualTo(new Fresh());
    }

    @Test
    default void ofManyEqualRequestsAtOnceOneIsCarriedOut() {
        AtomicInteger carriedOut = new AtomicInteger();

        List<IdempotencyClaim> claims = Concurrently.times(
                25,
                () -> repositories().transactions().call(() -> {
                    IdempotencyClaim claim = records().claim(new IdempotentRequest(KEY, ASKED, RESULT));
                    if (claim instanceof Fresh) {
                        carriedOut.incrementAndGet();
                    }
                    return claim;
                }));

        assertThat(carriedOut).hasValue(1);
        assertThat(claims).containsOnlyOnce(new Fresh()).doesNotContain(new Reused());
    }

    @Test
    default void ofSeveralKeysEachIsAnsweredInItsPlace() {
        IdempotencyKey done = new IdempotencyKey("operations", KEY.operation(), "done");
        IdempotencyKey reused = new IdempotencyKey("operations", KEY.operation(), "reused");
        IdempotencyKey held = new IdempotencyKey("operations", KEY.operation(), "held");
        carryOut(done);
        carryOut(reused);
        List<IdempotentRequest> requests = List.of(
                new IdempotentRequest(held, ASKED, OTHER_RESULT),
                new IdempotentRequest(reused, ASKED_ELSE, OTHER_RESULT),
                new IdempotentRequest(KEY, ASKED, RESULT),
                new IdempotentRequest(done, ASKED, OTHER_RESULT));

        List<IdempotencyClaim> claims = repositories().transactions().call(() -> {
            records().claim(new IdempotentRequest(held, ASKED, RESULT));
            return Concurrently.elsewhere(
                    () -> repositories().transactions().call(() -> records().claimAll(requests)));
        });

        assertThat(claims).containsExactly(new InFlight(), new Reused(), new Fresh(), new Done(RESULT));
        assertThat(claim(KEY, ASKED, OTHER_RESULT)).isEqualTo(new Done(RESULT));
        assertThat(claim(held, ASKED, OTHER_RESULT)).isEqualTo(new Done(RESULT));
    }

    @Test
    default void noKeysAreClaimedAtOnce() {
        List<IdempotencyClaim> claims =
                repositories().transactions().call(() -> records().claimAll(List.of()));

        assertThat(claims).isEmpty();
    }

    @Test
    default void aKeyIsForgottenByItsAge() {
        carryOut(KEY);

        assertThat(forget(Duration.ofHours(1), 10)).isZero();
        assertThat(claim(KEY, ASKED)).isEqualTo(new Done(RESULT));
        assertThat(forget(Duration.ZERO, 10)).isEqualTo(1);
        assertThat(claim(KEY, ASKED)).isEqualTo(new Fresh());
    }

    @Test
    default void noMoreKeysAreForgottenAtATimeThanAskedFor() {
        carryOut(KEY);
        carryOut(new IdempotencyKey("operations", "sync-channel", KEY.value()));

        assertThat(forget(Duration.ZERO, 1)).isEqualTo(1);
        assertThat(forget(Duration.ZERO, 10)).isEqualTo(1);
    }

    private int forget(Duration age, int limit) {
        return repositories().transactions().call(() -> records().forget(age, limit));
    }

    private IdempotencyRecords records() {
        return repositories().idempotencyRecords();
    }

    private IdempotencyClaim claim(IdempotencyKey key, RequestFingerprint fingerprint) {
        return claim(key, fingerprint, RESULT);
    }

    private IdempotencyClaim claim(IdempotencyKey key, RequestFingerprint fingerprint, UUID result) {
        return repositories()
                .transactions()
                .call(() -> records().claim(new IdempotentRequest(key, fingerprint, result)));
    }

    private void carryOut(IdempotencyKey key) {
        assertThat(claim(key, ASKED)).isEqualTo(new Fresh());
    }
}
