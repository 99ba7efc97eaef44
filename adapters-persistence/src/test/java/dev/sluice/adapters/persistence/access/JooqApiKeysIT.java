package dev.sluice.adapters.persistence.access;

import static dev.sluice.adapters.persistence.schema.Tables.API_KEYS;
import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.adapters.persistence.PersistenceFixture;
import dev.sluice.domain.access.ApiKey;
import dev.sluice.domain.access.ApiKeyToken;
import dev.sluice.domain.access.ApiKeysContract;
import dev.sluice.domain.access.Owner;
import dev.sluice.domain.access.SampleKeys;
import dev.sluice.domain.access.Scope;
import dev.sluice.domain.page.PageRequest;
import dev.sluice.domain.repository.Repositories;
import dev.sluice.embedded.postgres.PostgresVersion;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;

@ParameterizedClass
@EnumSource
class JooqApiKeysIT implements ApiKeysContract {

    private final PersistenceFixture fixture;

    JooqApiKeysIT(PostgresVersion version) {
        fixture = PersistenceFixture.emptied(version);
    }

    @Override
    public Repositories repositories() {
        return fixture.repositories();
    }

    @Test
    void theSecretIsNowhereInTheRow() {
        ApiKeyToken token = SampleKeys.token();
        repositories().apiKeys().add(SampleKeys.key(token, Owner.operations(), null, Scope.JOBS));

        assertThat(fixture.dsl().fetchSingle(API_KEYS).toString()).doesNotContain(token.secret());
    }

    @Test
    void aScopeOfANewerReleaseIsNoneHere() {
        ApiKey key = SampleKeys.key(Owner.operations(), Scope.JOBS);
        repositories().apiKeys().add(key);
        fixture.dsl()
                .update(API_KEYS)
                .set(API_KEYS.SCOPES, new String[] {"jobs", "teleport"})
                .execute();

        assertThat(repositories().apiKeys().find(key.id())).contains(key);
    }

    @Test
    void aKeyOfWhichThisReleaseKnowsNoScopeIsReadAndOpensNothing() {
        ApiKey key = SampleKeys.key(Owner.operations(), Scope.JOBS);
        repositories().apiKeys().add(key);
        fixture.dsl()
                .update(API_KEYS)
                .set(API_KEYS.SCOPES, new String[] {"teleport"})
                .execute();

        assertThat(repositories().apiKeys().find(key.id()).orElseThrow().scopes())
                .isEmpty();
        assertThat(repositories().apiKeys().list(PageRequest.first(1)).items()).hasSize(1);
    }
}
