package dev.sluice.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.catalogue.Creator;
import dev.sluice.domain.catalogue.SampleShop;
import dev.sluice.domain.repository.InMemoryRepositories;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ApiTest
class CacheIT {

    private final ApiClient api;
    private final InMemoryRepositories shop;
    private final Creator creator = SampleShop.creator();
    private final String portfolio = "/v1/creators/" + creator.id().value() + "/portfolio";

    CacheIT(ApiClient api, InMemoryRepositories shop) {
        this.api = api;
        this.shop = shop;
    }

    @BeforeEach
    void openTheShop() {
        shop.transactions().run(() -> shop.creators().add(creator));
    }

    @Test
    void theRegionsTellWhatCameOfTheirReads() {
        long before = hits();
        api.get(portfolio);
        api.get(portfolio);

        Answer answer = api.get("/v1/cache/regions");

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().at("/redisLeftAlone").asBoolean()).isFalse();
        assertThat(answer.text("/regions/0/name")).isEqualTo("channel-statistics");
        assertThat(answer.text("/regions/1/name")).isEqualTo("portfolios");
        assertThat(answer.json().at("/regions/1/ttlSeconds").asLong()).isEqualTo(30);
        assertThat(hits()).isEqualTo(before + 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"region:portfolios", "value:portfolios:public:%s"})
    void whatIsPurgedIsFetchedAnew(String what) {
        api.get(portfolio);

        Answer purged = api.delete("/v1/cache/" + what.formatted(creator.id().value()));

        assertThat(purged.status()).isEqualTo(204);
        assertThat(api.get(portfolio).header("Cache-Status")).isEqualTo("sluice; fwd=miss; stored");
    }

    /** No read has a tag yet, and one that nothing carries is no mistake of who names it. */
    @Test
    void aTagIsPurgedToo() {
        assertThat(api.delete("/v1/cache/tag:anything").status()).isEqualTo(204);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"portfolios", "region:", "region:Portfolios", "tag:a%20b", "value:portfolios:public", "all:x"})
    void whatNamesNothingIsRefused(String what) {
        Answer answer = api.delete("/v1/cache/" + what);

        assertThat(answer.status()).isEqualTo(400);
        assertThat(answer.text("/errors/0/parameter")).isEqualTo("what");
    }

    private long hits() {
        return api.get("/v1/cache/regions")
                .json()
                .at("/regions/1/reads/localHits")
                .asLong();
    }
}
