package dev.sluice.local.tour;

import dev.sluice.embedded.smtp.SmtpServer;
import dev.sluice.local.console.Console;
import dev.sluice.local.deployable.Deployables;
import dev.sluice.local.state.StateFolder;

/** The tour through a running system. */
public final class Tour {
    private final TourSheet sheet;
    private final Deployables deployables;
    private final SmtpServer smtp;
    private final StateFolder state;
    private final String key;

    /** @param key the API key that it calls with */
    public Tour(Console console, Deployables deployables, SmtpServer smtp, StateFolder state, String key) {
        this.sheet = new TourSheet(console);
        this.deployables = deployables;
        this.smtp = smtp;
        this.state = state;
        this.key = key;
    }

    /**
     * Plays every step.
     *
     * @throws TourFailure at the first step that does not show what it should
     */
    public void play() {
        var api = new ShopApi(deployables.api().uri(), key);
        PlacedOrder order = new OrderPlacedTwice(api, sheet).play();
        new OrderFollowed(api, sheet).play(order);
        new InvoiceFetched(api, sheet, state.invoices()).play(order);
        new MailReceived(smtp, sheet).play(order);
        var cachedRead = new CachedRead(api, sheet);
        cachedRead.play("a portfolio", DemoShop.portfolio());
        cachedRead.play("channel statistics", DemoShop.statistics());
        new Links(sheet, key).play(deployables.api().uri(), deployables.worker().uri(), state.path());
    }
}
