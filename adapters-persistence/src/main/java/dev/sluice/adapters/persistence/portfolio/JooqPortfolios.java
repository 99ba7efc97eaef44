package dev.sluice.adapters.persistence.portfolio;

import static dev.sluice.adapters.persistence.schema.Tables.CHANNELS;
import static dev.sluice.adapters.persistence.schema.Tables.CREATORS;
import static dev.sluice.adapters.persistence.schema.Tables.PRODUCTS;
import static java.util.Objects.requireNonNull;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.currentInstant;

import dev.sluice.adapters.persistence.pool.HeavyReads;
import dev.sluice.adapters.persistence.schema.tables.records.CreatorsRecord;
import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.channel.ChannelTotals;
import dev.sluice.domain.portfolio.Portfolio;
import dev.sluice.domain.portfolio.Portfolios;
import java.time.Instant;
import java.util.Currency;
import java.util.List;
import java.util.Optional;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Portfolios worked out by PostgreSQL, all sales figures of one by a single pass over its creator's orders. */
final class JooqPortfolios implements Portfolios {

    private static final Field<Instant> NOW = currentInstant().as("now");

    private final HeavyReads reads;
    private final DSLContext database;
    private final SalesQuery salesQuery;

    JooqPortfolios(HeavyReads reads) {
        this.reads = reads;
        database = reads.database();
        salesQuery = new SalesQuery(database);
    }

    @Override
    public Optional<Portfolio> find(CreatorId creator) {
        return reads.call(() -> portfolio(creator));
    }

    private Optional<Portfolio> portfolio(CreatorId creator) {
        return database.select(CREATORS.fields())
                .select(NOW)
                .from(CREATORS)
                .where(CREATORS.ID.eq(creator.value()))
                .fetchOptional(row -> portfolio(row.into(CREATORS), requireNonNull(row.get(NOW))));
    }

    private Portfolio portfolio(CreatorsRecord creator, Instant asOf) {
        CreatorId id = new CreatorId(creator.getId());
        Sales sales = salesQuery.of(id, Currency.getInstance(creator.getCurrency()));
        List<CatalogueItem> items = items(id);
        return new Portfolio(
                id,
                creator.getName(),
                creator.getBio(),
                sales.onSale(items),
                sales.byMonth(),
                sales.top(items),
                channelTotals(id),
                asOf);
    }

    private List<CatalogueItem> items(CreatorId creator) {
        return database.select(PRODUCTS.ID, PRODUCTS.TITLE, PRODUCTS.PRICE_MINOR, PRODUCTS.CURRENCY, PRODUCTS.ON_SALE)
                .from(PRODUCTS)
                .where(PRODUCTS.CREATOR_ID.eq(creator.value()))
                .orderBy(PRODUCTS.ID.desc())
                .fetch(mapping(CatalogueItem::of));
    }

    private @Nullable ChannelTotals channelTotals(CreatorId creator) {
        return database.select(CHANNELS.SUBSCRIBERS, CHANNELS.VIEWS, CHANNELS.VIDEOS)
                .from(CHANNELS)
                .where(CHANNELS.CREATOR_ID.eq(creator.value()))
                .fetchOne(mapping(ChannelTotals::new));
    }
}
