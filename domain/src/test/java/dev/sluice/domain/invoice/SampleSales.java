package dev.sluice.domain.invoice;

import dev.sluice.domain.catalogue.Creator;
import dev.sluice.domain.catalogue.Product;
import dev.sluice.domain.catalogue.SampleShop;
import dev.sluice.domain.id.Ids;
import dev.sluice.domain.order.Order;
import dev.sluice.domain.order.SampleOrders;
import dev.sluice.domain.repository.Repositories;
import java.time.Instant;
import java.time.InstantSource;

/** Believable orders to be invoiced. */
public final class SampleSales {

    private static final Ids IDS = new Ids(InstantSource.system());
    private static final Instant ISSUED = Instant.parse("2026-03-02T00:30:00Z");

    private SampleSales() {}

    /** A creator with one order, both stored. */
    public static Sale sale(Repositories repositories) {
        Creator creator = SampleShop.creator();
        Product product = SampleShop.product(creator.id());
        Order order = SampleOrders.placed(product);
        repositories.transactions().run(() -> {
            repositories.creators().add(creator);
            repositories.products().add(product);
            repositories.orders().add(order);
        });
        return new Sale(creator, order);
    }

    /** Has a stored order invoiced and completed; no document is stored. */
    public static Invoice complete(Repositories repositories, Sale sale) {
        return repositories.transactions().call(() -> {
            Order started = sale.order().start(ISSUED);
            repositories.orders().advance(started);
            repositories.orders().advance(started.complete(ISSUED));
            Invoice invoice = sale.invoice(
                    repositories.invoices().allotNumber(sale.creator().id()));
            repositories.invoices().add(invoice);
            return invoice;
        });
    }

    /** A creator and an order in its shop. */
    public record Sale(Creator creator, Order order) {

        public Invoice invoice(InvoiceNumber number) {
            return Invoice.issued(
                    new InvoiceId(IDS.next()), number, order, creator.details().seller(), ISSUED);
        }
    }
}
