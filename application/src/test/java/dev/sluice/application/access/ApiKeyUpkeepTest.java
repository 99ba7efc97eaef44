package dev.sluice.application.access;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.InstanceOfAssertFactories.type;

import dev.sluice.domain.access.ApiKey;
import dev.sluice.domain.access.ApiKeyId;
import dev.sluice.domain.access.ApiKeyToken;
import dev.sluice.domain.access.ApiKeys;
import dev.sluice.domain.access.Caller;
import dev.sluice.domain.access.Owner;
import dev.sluice.domain.access.SampleKeys;
import dev.sluice.domain.access.Scope;
import dev.sluice.domain.catalogue.Creator;
import dev.sluice.domain.catalogue.SampleShop;
import dev.sluice.domain.id.Ids;
import dev.sluice.domain.page.Page;
import dev.sluice.domain.page.PageRequest;
import dev.sluice.domain.repository.InMemoryRepositories;
import dev.sluice.domain.time.SettableClock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ApiKeyUpkeepTest {

    private static final Caller OPERATIONS = new Caller(Owner.operations(), Set.of(Scope.OPERATIONS));

    private final SettableClock clock = new SettableClock(SampleKeys.NOW);
    private final InMemoryRepositories repositories = InMemoryRepositories.empty(clock);
    private final Ids ids = new Ids(clock);
    private final IssueApiKey issuing = new IssueApiKey(repositories.apiKeys(), repositories.creators(), ids, clock);
    private final RotateApiKey rotating =
            new RotateApiKey(repositories.transactions(), repositories.apiKeys(), ids, clock);
    private final RevokeApiKey revoking = new RevokeApiKey(repositories.apiKeys(), clock);

    @Test
    void aSellersKeyIsOnRecordWithoutItsSecret() {
        Creator creator = SampleShop.creator();
        repositories.creators().add(creator);
        Caller caller = new Caller(new Owner.Seller(creator.id()), Set.of(Scope.ORDERS));

        IssuedApiKey issued = issuing.issue("Shop window", caller, SampleKeys.NOW.plusSeconds(60))
                .orElseThrow();

        assertThat(stored(issued.key().id())).isEqualTo(issued.key());
        assertThat(issued.key().caller()).isEqualTo(caller);
        assertThat(issued.key().expiresAt()).isEqualTo(SampleKeys.NOW.plusSeconds(60));
        assertThat(issued.key().digest()).isEqualTo(issued.token().digest());
    }

    @Test
    void nobodyGetsAKeyForAnUnknownSeller() {
        Caller stranger = new Caller(new Owner.Seller(SampleShop.creator().id()), Set.of(Scope.ORDERS));

        assertThat(issuing.issue("Shop window", stranger, null)).isEmpty();
        assertThat(repositories.apiKeys().list(PageRequest.first(1)).items()).isEmpty();
    }

    @Test
    void rotatingLetsTheOldKeyWorkForTheGraceAndNoLonger() {
        ApiKey old = issued().key();

        RotateApiKey.Result result = rotating.rotate(old.id(), Duration.ofHours(1));

        assertThat(result).asInstanceOf(type(RotateApiKey.Rotated.class)).satisfies(rotated -> {
            assertThat(rotated.successor().key().caller()).isEqualTo(old.caller());
            assertThat(stored(rotated.successor().key().id()).isUsableAt(clock.instant()))
                    .isTrue();
        });
        assertThat(stored(old.id()).replacedUntil()).isEqualTo(SampleKeys.NOW.plus(Duration.ofHours(1)));
    }

    @Test
    void aKeyThatIsRotatedOnceMoreGetsASuccessorThatLivesAsLong() {
        Instant expiry = SampleKeys.NOW.plus(Duration.ofDays(90));
        ApiKey old =
                issuing.issue("Operations", OPERATIONS, expiry).orElseThrow().key();
        rotating.rotate(old.id(), Duration.ofHours(1));

        RotateApiKey.Result result = rotating.rotate(old.id(), Duration.ofHours(1));

        assertThat(result)
                .asInstanceOf(type(RotateApiKey.Rotated.class))
                .satisfies(rotated ->
                        assertThat(rotated.successor().key().expiresAt()).isEqualTo(expiry));
    }

    @Test
    void aKeyThatIsRevokedWhileItIsBeingRotatedHasNoSuccessor() {
        ApiKey key = issued().key();
        ApiKeys raced = new KeysRevokedOnceRead(repositories.apiKeys(), clock);

        RotateApiKey.Result result =
                new RotateApiKey(repositories.transactions(), raced, ids, clock).rotate(key.id(), Duration.ofHours(1));

        assertThat(result).isEqualTo(new RotateApiKey.Ended());
        assertThat(repositories.apiKeys().list(PageRequest.first(9)).items()).hasSize(1);
    }

    @Test
    void aKeyWhoseScopesThisReleaseDoesNotKnowIsNotRotated() {
        ApiKeyToken token = SampleKeys.token();
        ApiKey newer = new ApiKey(
                token.id(),
                "Teleport",
                new Caller(Owner.operations(), Set.of()),
                token.digest(),
                SampleKeys.NOW,
                null,
                null,
                null);
        repositories.apiKeys().add(newer);

        assertThat(rotating.rotate(newer.id(), Duration.ZERO)).isEqualTo(new RotateApiKey.OfANewerRelease());
        assertThat(stored(newer.id())).isEqualTo(newer);
    }

    @Test
    void whatHasEndedIsNotRotated() {
        ApiKey key = issued().key();
        revoking.revoke(key.id());

        assertThat(rotating.rotate(key.id(), Duration.ZERO)).isEqualTo(new RotateApiKey.Ended());
        assertThat(rotating.rotate(new ApiKeyId(ids.next()), Duration.ZERO)).isEqualTo(new RotateApiKey.Unknown());
        assertThat(repositories.apiKeys().list(PageRequest.first(9)).items()).hasSize(1);
    }

    @Test
    void aRevokedKeyIsOfNoUse() {
        ApiKey key = issued().key();

        assertThat(revoking.revoke(key.id())).isTrue();
        assertThat(stored(key.id()).isUsableAt(clock.instant())).isFalse();
        assertThat(revoking.revoke(new ApiKeyId(ids.next()))).isFalse();
    }

    private IssuedApiKey issued() {
        return issuing.issue("Operations", OPERATIONS, null).orElseThrow();
    }

    private ApiKey stored(ApiKeyId id) {
        return repositories.apiKeys().find(id).orElseThrow();
    }

    /** Keys that somebody revokes right after they were read. */
    private record KeysRevokedOnceRead(ApiKeys keys, InstantSource clock) implements ApiKeys {

        @Override
        public Optional<ApiKey> find(ApiKeyId id) {
            Optional<ApiKey> found = keys.find(id);
            keys.revoke(id, clock.instant());
            return found;
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
