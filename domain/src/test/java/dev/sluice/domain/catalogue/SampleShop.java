package dev.sluice.domain.catalogue;

import dev.sluice.domain.id.Ids;
import dev.sluice.domain.money.Money;
import dev.sluice.domain.party.Country;
import dev.sluice.domain.party.PostalAddress;
import dev.sluice.domain.party.Seller;
import java.time.InstantSource;
import java.util.Currency;
import org.jspecify.annotations.Nullable;

/** Believable creators and products, each with an id of its own. */
public final class SampleShop {

    private static final Ids IDS = new Ids(InstantSource.system());
    private static final Currency EURO = Currency.getInstance("EUR");

    private SampleShop() {}

    public static Creator creator() {
        return Creator.opened(new CreatorId(IDS.next()), EURO, details("Nordlicht Presets"));
    }

    public static CreatorDetails details(String name) {
        PostalAddress address = new PostalAddress("Hafenstraße 7", "20457", "Hamburg", new Country("DE"));
        return new CreatorDetails(
                name, "Presets for photographers", new Seller("Nordlicht Media GmbH", address, "DE123456789"));
    }

    public static Product product(CreatorId creator) {
        return product(creator, productDetails(1999, null, true));
    }

    public static Product product(CreatorId creator, ProductDetails details) {
        return Product.added(new ProductId(IDS.next()), creator, details);
    }

    public static ProductDetails productDetails(long priceMinor, @Nullable Integer stock, boolean onSale) {
        return new ProductDetails(
                "Preset pack", "Twelve presets for winter light", new Money(priceMinor, EURO), stock, onSale);
    }
}
