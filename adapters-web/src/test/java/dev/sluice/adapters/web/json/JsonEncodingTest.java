package dev.sluice.adapters.web.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.catalogue.ProductId;
import dev.sluice.domain.channel.ChannelId;
import dev.sluice.domain.channel.ChannelStatistics;
import dev.sluice.domain.channel.ChannelTotals;
import dev.sluice.domain.money.Money;
import dev.sluice.domain.portfolio.Portfolio;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

class JsonEncodingTest {

    private static final UUID ID = UUID.fromString("01890a5d-ac96-774b-bcce-b302099a8057");
    private static final Instant NOW = Instant.parse("2026-03-01T12:00:00Z");

    private final JsonEncoding encoding = new JsonEncoding(mapper());

    private static JsonMapper mapper() {
        JsonMapper.Builder builder = JsonMapper.builder();
        new ApiJson().customize(builder);
        return builder.build();
    }

    @Test
    void aPortfolioLooksAsTheApiAnswersIt() {
        assertThat(new String(encoding.encode(portfolio()), StandardCharsets.UTF_8))
                .isEqualTo("""
                {"creatorId":"01890a5d-ac96-774b-bcce-b302099a8057","name":"Nordlicht","bio":"",\
                "products":[{"productId":"01890a5d-ac96-774b-bcce-b302099a8057","title":"Pack",\
                "price":{"amountMinor":1999,"currency":"EUR"},"units":2,\
                "revenue":{"amountMinor":3998,"currency":"EUR"}}],\
                "revenueByMonth":[{"month":"2026-03","revenue":{"amountMinor":3998,"currency":"EUR"}}],\
                "topProducts":[],"channel":null,"asOf":"2026-03-01T12:00:00Z"}""");
    }

    @Test
    void whatIsEncodedIsDecodedToTheSame() {
        assertThat(decoded(encoding.encode(portfolio()), Portfolio.class)).isEqualTo(portfolio());
        assertThat(decoded(encoding.encode(statistics()), ChannelStatistics.class))
                .isEqualTo(statistics());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "nonsense", "{\"creatorId\":1}", "{\"unknown\":true}"})
    void otherBytesAreNoPortfolio(String bytes) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> decoded(bytes.getBytes(StandardCharsets.UTF_8), Portfolio.class));
    }

    private <V> V decoded(byte[] bytes, Class<V> type) {
        return encoding.decode(ByteBuffer.wrap(bytes), type);
    }

    private static Portfolio portfolio() {
        Money revenue = Money.of(3998, "EUR");
        return new Portfolio(
                new CreatorId(ID),
                "Nordlicht",
                "",
                List.of(new Portfolio.ProductSales(new ProductId(ID), "Pack", Money.of(1999, "EUR"), 2, revenue)),
                List.of(new Portfolio.MonthRevenue(YearMonth.of(2026, 3), revenue)),
                List.of(),
                null,
                NOW);
    }

    private static ChannelStatistics statistics() {
        return new ChannelStatistics(
                new ChannelId(ID),
                "Nordlicht",
                new ChannelTotals(10, 2_000_000_000_000L, 3),
                List.of(new ChannelStatistics.DayViews(LocalDate.of(2026, 3, 1), 17)),
                List.of(new ChannelStatistics.VideoGrowth("dQw4w9WgXcQ", "Winter \"light\"", 20, 4)),
                NOW);
    }
}
