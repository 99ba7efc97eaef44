package dev.sluice.adapters.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.application.cache.CachedReads;
import dev.sluice.domain.access.SampleKeys;
import dev.sluice.domain.cache.CacheFigures;
import dev.sluice.domain.cache.Encoding;
import dev.sluice.domain.catalogue.Creator;
import dev.sluice.domain.catalogue.Product;
import dev.sluice.domain.catalogue.SampleShop;
import dev.sluice.domain.channel.Channel;
import dev.sluice.domain.channel.ChannelId;
import dev.sluice.domain.channel.ChannelStatistics;
import dev.sluice.domain.channel.YouTubeChannelId;
import dev.sluice.domain.portfolio.Portfolio;
import dev.sluice.domain.repository.InMemoryRepositories;
import java.nio.ByteBuffer;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ApiTest
class CachedReadsIT {

    private final ApiClient api;
    private final InMemoryRepositories shop;
    private final Encoding encoding;
    private final CacheFigures figures;
    private final TestApi.CacheClock clock;
    private final Creator creator = SampleShop.creator();
    private final Product product = SampleShop.product(creator.id());
    private final ChannelId channel = new ChannelId(UUID.randomUUID());
    private final String portfolio = "/v1/creators/" + creator.id().value() + "/portfolio";
    private final String statistics = "/v1/channels/" + channel.value() + "/statistics";

    CachedReadsIT(
            ApiClient api,
            InMemoryRepositories shop,
            Encoding encoding,
            CacheFigures figures,
            TestApi.CacheClock clock) {
        this.api = api;
        this.shop = shop;
        this.encoding = encoding;
        this.figures = figures;
        this.clock = clock;
    }

    @BeforeEach
    void openTheShop() {
        shop.transactions().run(() -> {
            shop.creators().add(creator);
            shop.products().add(product);
            shop.channels().add(new Channel(channel, creator.id(), new YouTubeChannelId("UC" + "x".repeat(22))));
        });
    }

    @Test
    void aPortfolioIsFetchedOnceAndThenAnsweredFromTheSameBytes() {
        Answer cold = api.get(portfolio);
        Answer cached = api.get(portfolio);

        assertThat(cold.status()).isEqualTo(200);
        assertThat(cold.header("Cache-Status")).isEqualTo("sluice; fwd=miss; stored");
        assertThat(cached.header("Cache-Status")).isEqualTo("sluice; hit");
        assertThat(cached.bytes()).isEqualTo(cold.bytes());
        assertThat(cached.header("ETag")).isEqualTo(cold.header("ETag")).matches("\"[0-9a-f]{32}\"");
        assertThat(cached.header("Content-Type")).isEqualTo("application/json");
        assertThat(cached.header("Cache-Control")).matches("max-age=[5-9], public, stale-while-revalidate=30");
        assertThat(cached.header("Age")).matches("[0-4]");
    }

    @Test
    void aBadCredentialIsRefusedEvenIfTheAnswerIsInMemory() {
        api.get(portfolio);

        for (String credential :
                new String[] {"Bearer nonsense", "Bearer " + SampleKeys.token().text(), "Basic YTpi", ""}) {
            Answer answer = api.with(null).get(portfolio, "Authorization", credential);

            answer.isProblem(401, "unauthenticated");
            assertThat(answer.header("WWW-Authenticate")).contains("invalid_token");
            assertThat(answer.header("Cache-Status")).isEmpty();
        }
        assertThat(api.with(null).get(portfolio).header("Cache-Status")).isEqualTo("sluice; hit");
        assertThat(api.get(portfolio).header("Cache-Status")).isEqualTo("sluice; hit");
    }

    @Test
    void theBytesAreTheEncodedPortfolio() {
        Answer answer = api.get(portfolio);

        Portfolio decoded = encoding.decode(ByteBuffer.wrap(answer.bytes()), Portfolio.class);
        assertThat(decoded.creatorId()).isEqualTo(creator.id());
        assertThat(encoding.encode(decoded)).isEqualTo(answer.bytes());
        assertThat(answer.text("/products/0/productId"))
                .isEqualTo(product.id().value().toString());
        assertThat(answer.text("/products/0/price/currency")).isEqualTo("EUR");
    }

    @Test
    void whoHasTheBytesAlreadyIsToldSo() {
        String tag = api.get(portfolio).header("ETag");

        for (String known : new String[] {tag, "\"other\", " + tag, "W/" + tag}) {
            Answer answer = api.get(portfolio, "If-None-Match", known);
            assertThat(answer.status()).as(known).isEqualTo(304);
            assertThat(answer.bytes()).isEmpty();
            assertThat(answer.header("ETag")).isEqualTo(tag);
        }
        assertThat(api.get(portfolio, "If-None-Match", "\"other\"").status()).isEqualTo(200);
    }

    @Test
    void whoHasTheBytesAlreadyCausesNoFetch() {
        String tag = api.get(portfolio).header("ETag");
        String other = api.get(statistics).header("ETag");
        List<Long> before = fetches();

        assertThat(api.get(portfolio, "If-None-Match", tag).status()).isEqualTo(304);
        assertThat(api.get(statistics, "If-None-Match", other).status()).isEqualTo(304);

        assertThat(fetches()).isEqualTo(before);
    }

    @Test
    void theAgeTellsHowLongAgoTheValueWasFetched() {
        api.get(portfolio);
        clock.advance(Duration.ofMillis(7_900));

        Answer answer = api.get(portfolio);

        assertThat(answer.header("Age")).isEqualTo("7");
        assertThat(answer.header("Cache-Control")).isEqualTo("max-age=12, public, stale-while-revalidate=30");
        assertThat(answer.header("Cache-Status")).isEqualTo("sluice; hit");
    }

    @Test
    void aValueThatIsRefreshedIsServedOnceMoreAndSaysSo() {
        Answer first = api.get(portfolio);
        clock.advance(Duration.ofSeconds(31));
        long before = fetches().getLast();

        Answer stale = api.get(portfolio);
        Answer refreshed = api.get(portfolio);

        assertThat(stale.header("Cache-Status")).isEqualTo("sluice; hit; detail=stale");
        assertThat(stale.header("Age")).isEqualTo("31");
        assertThat(stale.bytes()).isEqualTo(first.bytes());
        assertThat(refreshed.header("Cache-Status")).isEqualTo("sluice; hit");
        assertThat(refreshed.header("Age")).isEqualTo("0");
        assertThat(fetches().getLast()).isEqualTo(before + 1);
    }

    @Test
    void whoHasAStaleValueAlreadyIsToldSoToo() {
        String tag = api.get(portfolio).header("ETag");
        clock.advance(Duration.ofSeconds(31));

        Answer stale = api.get(portfolio, "If-None-Match", tag);

        assertThat(stale.status()).isEqualTo(304);
        assertThat(stale.header("Cache-Status")).isEqualTo("sluice; hit; detail=stale");
        assertThat(stale.header("Age")).isEqualTo("31");
    }

    /** How often each region's source was asked. */
    private List<Long> fetches() {
        return CachedReads.regions().stream()
                .map(region -> figures.of(region).fetches())
                .toList();
    }

    @Test
    void aChangedPriceShowsAtOnce() {
        String before = api.get(portfolio).header("ETag");

        api.patch("/v1/products/" + product.id().value(), "{\"price\":{\"amountMinor\":7}}", "If-Match", "\"v1\"");

        Answer after = api.get(portfolio, "If-None-Match", before);
        assertThat(after.status()).isEqualTo(200);
        assertThat(after.json().at("/products/0/price/amountMinor").asLong()).isEqualTo(7);
    }

    @Test
    void statisticsBeforeTheFirstSynchronisationSaySo() {
        Answer answer = api.get(statistics);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.json().has("asOf")).isTrue();
        assertThat(answer.json().at("/asOf").isNull()).isTrue();
        assertThat(encoding.decode(ByteBuffer.wrap(answer.bytes()), ChannelStatistics.class)
                        .channelId())
                .isEqualTo(channel);
        assertThat(api.get(statistics).header("Cache-Status")).isEqualTo("sluice; hit");
    }
}
