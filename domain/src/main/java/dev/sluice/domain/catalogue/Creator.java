package dev.sluice.domain.catalogue;

import java.util.Currency;

/**
 * A creator who runs a shop.
 *
 * @param currency the one currency of all the shop's prices, for good
 * @param version grows by one with every change
 */
public record Creator(CreatorId id, Currency currency, CreatorDetails details, long version) {

    public static Creator opened(CreatorId id, Currency currency, CreatorDetails details) {
        return new Creator(id, currency, details, 1);
    }

    public Creator revised(CreatorDetails revision) {
        return new Creator(id, currency, revision, version + 1);
    }
}
