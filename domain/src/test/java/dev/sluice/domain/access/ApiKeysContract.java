package dev.sluice.domain.access;

import static dev.sluice.domain.access.SampleKeys.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.catalogue.Creator;
import dev.sluice.domain.catalogue.SampleShop;
import dev.sluice.domain.page.Page;
import dev.sluice.domain.page.PageRequest;
import dev.sluice.domain.repository.Repositories;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What every {@link ApiKeys} does. */
public interface ApiKeysContract {

    Repositories repositories();

    @Test
    default void aKeyIsFoundAsItWasAdded() {
        ApiKey key = SampleKeys.key(
                SampleKeys.token(), Owner.operations(), NOW.plus(Duration.ofDays(90)), Scope.JOBS, Scope.OPERATIONS);
        keys().add(key);

        assertThat(keys().find(key.id())).contains(key);
    }

    @Test
    default void aSellersKeyIsBoundToIt() {
        ApiKey key = sellersKey();
        keys().add(key);

        assertThat(keys().find(key.id()).orElseThrow().caller()).isEqualTo(key.caller());
    }

    @Test
    default void anUnknownKeyIsNotFound() {
        assertThat(keys().find(SampleKeys.token().id())).isEmpty();
    }

    @Test
    default void keysAreListedNewestFirstAPageAtATime() {
        List<ApiKey> added = List.of(operationsKey(), sellersKey(), operationsKey());
        added.forEach(keys()::add);
        List<ApiKey> newestFirst = added.stream()
                .sorted(Comparator.comparing((ApiKey key) -> key.id().value()).reversed())
                .toList();

        Page<ApiKey> page = keys().list(PageRequest.first(2));

        assertThat(page.items()).isEqualTo(newestFirst.subList(0, 2));
        assertThat(keys().list(new PageRequest(2, page.next())).items()).containsExactly(newestFirst.getLast());
    }

    @Test
    default void aReplacedKeyWorksOnForAWhile() {
        ApiKey key = SampleKeys.key(SampleKeys.token(), Owner.operations(), NOW.plusSeconds(90), Scope.JOBS);
        keys().add(key);

        assertThat(keys().replace(key.id(), NOW, NOW.plusSeconds(60))).isTrue();

        assertThat(keys().find(key.id())).contains(key.replaced(NOW.plusSeconds(60)));
    }

    @Test
    default void aKeyThatIsReplacedOnceMoreNeverWorksForLonger() {
        ApiKey key = operationsKey();
        keys().add(key);
        keys().replace(key.id(), NOW, NOW.plusSeconds(30));

        assertThat(keys().replace(key.id(), NOW, NOW.plusSeconds(60))).isTrue();

        assertThat(keys().find(key.id())).contains(key.replaced(NOW.plusSeconds(30)));
    }

    @Test
    default void aKeyThatHasEndedIsNotReplaced() {
        ApiKey revoked = operationsKey();
        ApiKey expired = SampleKeys.key(SampleKeys.token(), Owner.operations(), NOW.plusSeconds(1), Scope.JOBS);
        ApiKey replaced = operationsKey();
        List.of(revoked, expired, replaced).forEach(keys()::add);
        keys().revoke(revoked.id(), NOW);
        keys().replace(replaced.id(), NOW, NOW.plusSeconds(1));

        for (ApiKey ended : List.of(revoked, expired, replaced)) {
            Optional<ApiKey> before = keys().find(ended.id());

            assertThat(keys().replace(ended.id(), NOW.plusSeconds(1), NOW.plusSeconds(60)))
                    .isFalse();
            assertThat(keys().find(ended.id())).isEqualTo(before);
        }
    }

    @Test
    default void anUnknownKeyIsNotReplaced() {
        assertThat(keys().replace(SampleKeys.token().id(), NOW, NOW.plusSeconds(60)))
                .isFalse();
    }

    @Test
    default void aRevokedKeyIsKeptAndStaysRevokedSinceThen() {
        ApiKey key = operationsKey();
        keys().add(key);

        assertThat(keys().revoke(key.id(), NOW.plusSeconds(1))).isTrue();
        assertThat(keys().revoke(key.id(), NOW.plusSeconds(2))).isTrue();

        ApiKey revoked = keys().find(key.id()).orElseThrow();
        assertThat(revoked.revokedAt()).isEqualTo(NOW.plusSeconds(1));
        assertThat(revoked.isUsableAt(NOW)).isFalse();
    }

    @Test
    default void onlyTheKeyThatIsMeantIsRevoked() {
        ApiKey other = operationsKey();
        keys().add(other);

        assertThat(keys().revoke(SampleKeys.token().id(), NOW)).isFalse();
        assertThat(keys().find(other.id())).contains(other);
    }

    private static ApiKey operationsKey() {
        return SampleKeys.key(Owner.operations(), Scope.OPERATIONS);
    }

    private ApiKey sellersKey() {
        Creator creator = SampleShop.creator();
        repositories().creators().add(creator);
        return SampleKeys.key(new Owner.Seller(creator.id()), Scope.ORDERS, Scope.CATALOGUE);
    }

    private ApiKeys keys() {
        return repositories().apiKeys();
    }
}
