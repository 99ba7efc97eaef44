package dev.sluice.domain.order;

import dev.sluice.domain.catalogue.Product;
import dev.sluice.domain.id.Ids;
import dev.sluice.domain.language.Language;
import dev.sluice.domain.money.TaxRate;
import dev.sluice.domain.party.Buyer;
import dev.sluice.domain.party.Country;
import dev.sluice.domain.party.EmailAddress;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Believable orders, each with an id of its own. */
public final class SampleOrders {

    private static final Ids IDS = new Ids(InstantSource.system());
    private static final TaxRate GERMAN = new TaxRate(1900);
    private static final Buyer BUYER =
            new Buyer("Ada Lovelace", new EmailAddress("ada@example.org"), new Country("DE"), Language.GERMAN);

    private SampleOrders() {}

    /** An order of one unit of a product, placed at an instant without fractions of a second. */
    public static Order placed(Product product) {
        return placed(Instant.parse("2026-03-01T12:00:00Z"), List.of(line(product, 1)));
    }

    /** An order in the shop of its first line's product. */
    public static Order placed(Instant at, List<SampleLine> lines) {
        List<OrderLine> orderLines = lines.stream().map(SampleLine::line).toList();
        return Order.placed(
                new OrderId(IDS.next()), lines.getFirst().product().creator(), BUYER, OrderContents.of(orderLines), at);
    }

    public static SampleLine line(Product product, int quantity) {
        return new SampleLine(product, quantity, GERMAN);
    }

    /** A product, how often it is bought and the tax on it. */
    public record SampleLine(Product product, int quantity, TaxRate rate) {

        private OrderLine line() {
            return new OrderLine(
                    product.id(),
                    product.details().title(),
                    product.details().price(),
                    quantity,
                    rate,
                    product.details().stock() != null);
        }
    }
}
