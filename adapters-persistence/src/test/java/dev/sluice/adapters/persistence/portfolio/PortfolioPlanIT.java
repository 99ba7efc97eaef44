package dev.sluice.adapters.persistence.portfolio;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.adapters.persistence.LargeShops;
import dev.sluice.adapters.persistence.PersistenceFixture;
import dev.sluice.adapters.persistence.RowsRead;
import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.portfolio.Portfolios;
import dev.sluice.embedded.postgres.PostgresVersion;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

@Tag("long")
final class PortfolioPlanIT {

    @ParameterizedTest
    @EnumSource
    void aPortfolioReadsTheOrdersOfItsCreatorOnly(PostgresVersion version) {
        PersistenceFixture fixture = PersistenceFixture.emptied(version);
        Portfolios portfolios = fixture.get(Portfolios.class);
        CreatorId creator =
                new CreatorId(new LargeShops(fixture.dsl()).withOrders(50).get(25));

        Map<String, Long> rows = new RowsRead(fixture)
                .of(() -> assertThat(portfolios.find(creator)).isPresent());

        assertThat(rows.get("order_lines")).isBetween((long) LargeShops.LINES, LargeShops.LINES + RowsRead.PLANNER);
        assertThat(rows.getOrDefault("orders", 0L)).isLessThanOrEqualTo(LargeShops.ORDERS + RowsRead.PLANNER);
    }
}
