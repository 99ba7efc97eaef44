package dev.sluice.adapters.persistence.portfolio;

import static dev.sluice.adapters.persistence.schema.Tables.ORDERS;
import static dev.sluice.adapters.persistence.schema.Tables.ORDER_LINES;
import static java.util.Objects.requireNonNull;
import static java.util.stream.Collectors.toMap;
import static org.jooq.impl.DSL.field;
import static org.jooq.impl.DSL.groupingSets;
import static org.jooq.impl.DSL.sum;

import dev.sluice.adapters.persistence.portfolio.Sales.Sold;
import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.catalogue.ProductId;
import dev.sluice.domain.money.Money;
import dev.sluice.domain.order.OrderStatus;
import dev.sluice.domain.portfolio.Portfolio.MonthRevenue;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jooq.DSLContext;
import org.jooq.Field;
import org.jspecify.annotations.Nullable;

/** Sums up the completed orders of a creator by product and by month at once, so that both tell of the same orders. */
final class SalesQuery {

    private static final Field<LocalDate> MONTH =
            field("date_trunc('month', {0} at time zone 'UTC')::date", LocalDate.class, ORDERS.PLACED_AT);

    private static final Field<BigDecimal> UNITS = sum(ORDER_LINES.QUANTITY);
    private static final Field<BigDecimal> REVENUE = sum(ORDER_LINES.UNIT_PRICE_MINOR.times(ORDER_LINES.QUANTITY));

    private final DSLContext database;

    SalesQuery(DSLContext database) {
        this.database = database;
    }

    Sales of(CreatorId creator, Currency currency) {
        List<Sum> sums = sums(creator, currency);
        return new Sales(
                sums.stream().filter(sum -> sum.product() != null).collect(toMap(Sum::productId, Sum::sold)),
                sums.stream()
                        .filter(sum -> sum.product() == null)
                        .map(Sum::monthRevenue)
                        .sorted(Comparator.comparing(MonthRevenue::month))
                        .toList(),
                new Sold(0, Money.zero(currency)));
    }

    private List<Sum> sums(CreatorId creator, Currency currency) {
        return database.select(ORDER_LINES.PRODUCT_ID, MONTH, UNITS, REVENUE)
                .from(ORDERS)
                .join(ORDER_LINES)
                .on(ORDER_LINES.ORDER_ID.eq(ORDERS.ID))
                .where(ORDERS.CREATOR_ID.eq(creator.value()))
                .and(ORDERS.STATUS.eq(OrderStatus.COMPLETED.name()))
                .groupBy(groupingSets(ORDER_LINES.PRODUCT_ID, MONTH))
                .fetch(row -> new Sum(
                        row.value1(),
                        row.value2(),
                        new Sold(
                                row.value3().longValueExact(),
                                new Money(row.value4().longValueExact(), currency))));
    }

    /** The sum of one product over all months, or of one month over all products. */
    private record Sum(@Nullable UUID product, @Nullable LocalDate month, Sold sold) {

        private ProductId productId() {
            return new ProductId(requireNonNull(product));
        }

        private MonthRevenue monthRevenue() {
            return new MonthRevenue(YearMonth.from(requireNonNull(month)), sold.revenue());
        }
    }
}
