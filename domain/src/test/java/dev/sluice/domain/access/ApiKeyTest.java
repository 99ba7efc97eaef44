package dev.sluice.domain.access;

import static dev.sluice.domain.access.SampleKeys.NOW;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.domain.catalogue.CreatorId;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class ApiKeyTest {

    private static final Owner SELLER = new Owner.Seller(new CreatorId(new UUID(0, 1)));

    @Test
    void aKeyIsOfNoUseFromItsExpiryOn() {
        ApiKey key = SampleKeys.key(SampleKeys.token(), SELLER, NOW.plusSeconds(1), Scope.ORDERS);

        assertThat(key.isUsableAt(NOW)).isTrue();
        assertThat(key.isUsableAt(NOW.plusSeconds(1))).isFalse();
    }

    @Test
    void aSuccessorHasTheSameRightsAndAsLongALife() {
        ApiKey key = SampleKeys.key(SampleKeys.token(), SELLER, NOW.plus(Duration.ofDays(90)), Scope.ORDERS);
        ApiKeyToken token = SampleKeys.token();

        ApiKey successor = key.successor(token, NOW.plus(Duration.ofDays(80)));

        assertThat(successor.id()).isEqualTo(token.id());
        assertThat(successor.caller()).isEqualTo(key.caller());
        assertThat(successor.digest()).isEqualTo(token.digest());
        assertThat(successor.expiresAt()).isEqualTo(NOW.plus(Duration.ofDays(170)));
    }

    @Test
    void aSuccessorOfAKeyThatWasReplacedBeforeLivesNoShorter() {
        ApiKey key = SampleKeys.key(SampleKeys.token(), SELLER, NOW.plus(Duration.ofDays(90)), Scope.ORDERS)
                .replaced(NOW.plusSeconds(60));

        ApiKey successor = key.successor(SampleKeys.token(), NOW.plusSeconds(30));

        assertThat(successor.expiresAt()).isEqualTo(NOW.plusSeconds(30).plus(Duration.ofDays(90)));
        assertThat(successor.replacedUntil()).isNull();
    }

    @Test
    void aReplacedKeyIsOfNoUseFromTheEndOfItsGraceOn() {
        ApiKey key =
                SampleKeys.key(SampleKeys.token(), SELLER, null, Scope.ORDERS).replaced(NOW.plusSeconds(60));

        assertThat(key.isUsableAt(NOW.plusSeconds(59))).isTrue();
        assertThat(key.isUsableAt(NOW.plusSeconds(60))).isFalse();
    }

    @Test
    void noKeyIsMadeWithoutAnyScope() {
        ApiKeyToken token = SampleKeys.token();
        Caller powerless = new Caller(SELLER, Set.of());

        assertThatThrownBy(() -> ApiKey.issued(token, "Shop window", powerless, NOW, null))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSellerHasNoPartInOperations() {
        assertThatThrownBy(() -> new Caller(SELLER, Set.of(Scope.OPERATIONS)))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSellerOwnsItsOwnAndOperationsOwnAll() {
        assertThat(SELLER.owns(new CreatorId(new UUID(0, 1)))).isTrue();
        assertThat(SELLER.owns(new CreatorId(new UUID(0, 2)))).isFalse();
        assertThat(Owner.operations().owns(new CreatorId(new UUID(0, 2)))).isTrue();
    }
}
