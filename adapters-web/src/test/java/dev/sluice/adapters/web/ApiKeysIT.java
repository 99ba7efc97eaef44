package dev.sluice.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.access.ApiKey;
import dev.sluice.domain.access.ApiKeyToken;
import dev.sluice.domain.access.Caller;
import dev.sluice.domain.access.Owner;
import dev.sluice.domain.access.SampleKeys;
import dev.sluice.domain.catalogue.Creator;
import dev.sluice.domain.catalogue.SampleShop;
import dev.sluice.domain.repository.InMemoryRepositories;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ApiTest
class ApiKeysIT {

    private static final String KEYS = "/v1/api-keys";

    private final ApiClient api;
    private final InMemoryRepositories shop;
    private final Creator creator = SampleShop.creator();

    ApiKeysIT(ApiClient api, InMemoryRepositories shop) {
        this.api = api;
        this.shop = shop;
        shop.creators().add(creator);
    }

    @Test
    void aNewKeyIsShownOnceAndOpensWhatItWasMadeFor() {
        Answer made = api.post(KEYS, sellersKey("[\"orders\"]"));

        assertThat(made.status()).isEqualTo(201);
        assertThat(made.header("Cache-Control")).isEqualTo("no-store");
        assertThat(made.text("/key")).startsWith("sluice_");
        assertThat(api.with(made.text("/key")).get("/v1/orders").status()).isEqualTo(200);
        Answer read = api.get(made.header("Location"));
        assertThat(read.text("/creatorId")).isEqualTo(creator.id().value().toString());
        assertThat(read.text("/scopes/0")).isEqualTo("orders");
        assertThat(read.json().has("key")).isFalse();
        assertThat(api.get(KEYS).body()).contains(made.text("/keyId")).doesNotContain(made.text("/key"));
    }

    @Test
    void aRotatedKeyAndItsSuccessorBothWorkForAWhile() {
        Answer made = api.post(KEYS, sellersKey("[\"orders\"]"));

        Answer successor = api.post(KEYS + "/" + made.text("/keyId") + "/rotate", "{\"graceSeconds\": 60}");

        assertThat(successor.status()).isEqualTo(201);
        assertThat(successor.text("/key")).isNotEqualTo(made.text("/key"));
        assertThat(api.with(made.text("/key")).get("/v1/orders").status()).isEqualTo(200);
        assertThat(api.with(successor.text("/key")).get("/v1/orders").status()).isEqualTo(200);
        assertThat(api.get(made.header("Location")).text("/replacedUntil")).isNotBlank();
    }

    @Test
    void aRevokedKeyThatNobodyRemembersIsRefused() {
        Answer made = api.post(KEYS, sellersKey("[\"orders\"]"));

        assertThat(api.delete(made.header("Location")).status()).isEqualTo(204);

        api.with(made.text("/key")).get("/v1/orders").isProblem(401, "unauthenticated");
        api.post(made.header("Location") + "/rotate", "{}").isProblem(409, "wrong-state");
    }

    @Test
    void anExpiredKeyIsRefusedBeforeItIsMade() {
        api.post(KEYS, "{\"label\": \"Late\", \"scopes\": [\"operations\"], \"expiresAt\": \"2020-01-01T00:00:00Z\"}")
                .isProblem(400, "invalid-request");
    }

    @ParameterizedTest
    @ValueSource(strings = {"[]", "[\"everything\"]", "[\"operations\"]", "[null]", "\"orders\"", "[\"ORDERS\"]"})
    void aSellersKeyWithOtherScopesIsRefused(String scopes) {
        api.post(KEYS, sellersKey(scopes)).isProblem(400, "invalid-request");
    }

    @Test
    void aKeyWithoutACreatorIsMadeForOperationsOnly() {
        Answer forgotten = api.post(KEYS, "{\"label\": \"Import\", \"scopes\": [\"orders\", \"jobs\"]}");

        forgotten.isProblem(400, "invalid-request");
        assertThat(forgotten.texts("/errors", "pointer")).containsExactly("/creatorId");
        assertThat(api.post(KEYS, "{\"label\": \"Import\", \"scopes\": [\"orders\", \"operations\"]}")
                        .status())
                .isEqualTo(201);
    }

    @Test
    void aKeyOfWhichThisReleaseKnowsNoScopeIsListedAndOpensNothing() {
        ApiKeyToken token = SampleKeys.token();
        Caller powerless = new Caller(Owner.operations(), Set.of());
        shop.apiKeys()
                .add(new ApiKey(token.id(), "Teleport", powerless, token.digest(), SampleKeys.NOW, null, null, null));

        api.with(token.text()).get("/v1/orders").isProblem(403, "scope-required");
        assertThat(api.get(KEYS).status()).isEqualTo(200);
        api.post(KEYS + "/" + token.id().value() + "/rotate", "{}").isProblem(409, "wrong-state");
    }

    @Test
    void nobodyGetsAKeyForACreatorWhoIsNotThere() {
        String body = sellersKey("[\"orders\"]")
                .replace(creator.id().value().toString(), UUID.randomUUID().toString());

        api.post(KEYS, body).isProblem(422, "unknown-reference");
    }

    @Test
    void anUnknownKeyIsNotFound() {
        String unknown = KEYS + "/" + UUID.randomUUID();

        api.get(unknown).isProblem(404, "not-found");
        api.delete(unknown).isProblem(404, "not-found");
        api.post(unknown + "/rotate", "{}").isProblem(404, "not-found");
    }

    private String sellersKey(String scopes) {
        return "{\"label\": \"Shop window\", \"creatorId\": \"" + creator.id().value() + "\", \"scopes\": " + scopes
                + "}";
    }
}
