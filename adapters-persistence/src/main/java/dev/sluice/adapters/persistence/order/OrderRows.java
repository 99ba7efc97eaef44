package dev.sluice.adapters.persistence.order;

import static dev.sluice.adapters.persistence.schema.Tables.ORDERS;
import static dev.sluice.adapters.persistence.schema.Tables.ORDER_LINES;
import static dev.sluice.adapters.persistence.schema.Tables.ORDER_TAX_LINES;
import static java.util.Objects.requireNonNull;
import static org.jooq.Records.mapping;
import static org.jooq.impl.DSL.multiset;
import static org.jooq.impl.DSL.select;

import dev.sluice.adapters.persistence.schema.tables.records.OrdersRecord;
import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.catalogue.ProductId;
import dev.sluice.domain.language.Language;
import dev.sluice.domain.money.Money;
import dev.sluice.domain.money.TaxRate;
import dev.sluice.domain.order.Order;
import dev.sluice.domain.order.OrderContents;
import dev.sluice.domain.order.OrderId;
import dev.sluice.domain.order.OrderLine;
import dev.sluice.domain.order.OrderProgress;
import dev.sluice.domain.order.OrderStatus;
import dev.sluice.domain.order.TaxLine;
import dev.sluice.domain.party.Buyer;
import dev.sluice.domain.party.Country;
import dev.sluice.domain.party.EmailAddress;
import java.util.List;
import java.util.UUID;
import org.jooq.Field;
import org.jooq.Record;

/** How an order lies in its rows. */
final class OrderRows {

    static final Field<List<OrderLine>> LINES = multiset(select(
                            ORDER_LINES.PRODUCT_ID,
                            ORDER_LINES.TITLE,
                            ORDER_LINES.UNIT_PRICE_MINOR,
                            ORDERS.CURRENCY,
                            ORDER_LINES.QUANTITY,
                            ORDER_LINES.TAX_BASIS_POINTS,
                            ORDER_LINES.RESERVED)
                    .from(ORDER_LINES)
                    .where(ORDER_LINES.ORDER_ID.eq(ORDERS.ID))
                    .orderBy(ORDER_LINES.POSITION))
            .convertFrom(rows -> rows.map(mapping(OrderRows::line)));

    static final Field<List<TaxLine>> TAX_LINES = multiset(select(
                            ORDER_TAX_LINES.BASIS_POINTS,
                            ORDER_TAX_LINES.TAXABLE_MINOR,
                            ORDER_TAX_LINES.TAX_MINOR,
                            ORDERS.CURRENCY)
                    .from(ORDER_TAX_LINES)
                    .where(ORDER_TAX_LINES.ORDER_ID.eq(ORDERS.ID))
                    .orderBy(ORDER_TAX_LINES.BASIS_POINTS))
            .convertFrom(rows -> rows.map(mapping(OrderRows::taxLine)));

    private OrderRows() {}

    static Order order(Record row) {
        OrdersRecord order = row.into(ORDERS);
        return new Order(
                new OrderId(order.getId()),
                new CreatorId(order.getCreatorId()),
                buyer(order),
                new OrderContents(requireNonNull(row.get(LINES)), requireNonNull(row.get(TAX_LINES))),
                progress(order),
                order.getVersion());
    }

    private static Buyer buyer(OrdersRecord row) {
        return new Buyer(
                row.getBuyerName(),
                new EmailAddress(row.getBuyerEmail()),
                new Country(row.getBuyerCountry()),
                Language.of(row.getBuyerLanguage()));
    }

    private static OrderProgress progress(OrdersRecord row) {
        return new OrderProgress(
                OrderStatus.valueOf(row.getStatus()), row.getPlacedAt(), row.getStartedAt(), row.getFinishedAt());
    }

    private static OrderLine line(
            UUID product,
            String title,
            Long unitPrice,
            String currency,
            Integer quantity,
            Integer basisPoints,
            Boolean reserved) {
        return new OrderLine(
                new ProductId(product),
                title,
                Money.of(unitPrice, currency),
                quantity,
                new TaxRate(basisPoints),
                reserved);
    }

    private static TaxLine taxLine(Integer basisPoints, Long taxable, Long tax, String currency) {
        return new TaxLine(new TaxRate(basisPoints), Money.of(taxable, currency), Money.of(tax, currency));
    }
}
