package dev.sluice.local.tour;

import dev.sluice.embedded.smtp.SmtpServer;
import dev.sluice.local.console.Console;
import java.net.URI;
import java.nio.file.Path;

/** The tour through a running system. */
public final class Tour {
    private final ShopApi api;
    private final TourSheet sheet;
    private final SmtpServer smtp;
    private final Path invoices;

    /** @param invoices the folder where fetched invoices are kept */
    public Tour(Console console, URI api, SmtpServer smtp, Path invoices) {
        this.api = new ShopApi(api);
        this.sheet = new TourSheet(console);
        this.smtp = smtp;
        this.invoices = invoices;
    }

    /**
     * Plays every step.
     *
     * @return the file of the invoice
     * @throws TourFailure at the first step that does not show what it should
     */
    public Path play() {
        PlacedOrder order = new OrderPlacedTwice(api, sheet).play();
        new OrderFollowed(api, sheet).play(order);
        Path invoice = new InvoiceFetched(api, sheet, invoices).play(order);
        new MailReceived(smtp, sheet).play(order);
        var cachedRead = new CachedRead(api, sheet);
        cachedRead.play("a portfolio", DemoShop.portfolio());
        cachedRead.play("channel statistics", DemoShop.statistics());
        return invoice;
    }
}
