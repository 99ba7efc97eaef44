package dev.sluice.domain.order;

import static java.util.Map.entry;

import dev.sluice.domain.money.TaxRate;
import dev.sluice.domain.party.Country;
import java.util.Map;

/**
 * The standard rates of value added tax in the European Union, as of 2026. What creators sell is delivered
 * electronically, so the buyer's country decides (Art. 58 of Directive 2006/112/EC); a sale to a buyer outside the
 * Union carries no tax.
 */
public final class VatTable {

    private static final Map<String, Integer> BASIS_POINTS = Map.ofEntries(
            entry("AT", 2000),
            entry("BE", 2100),
            entry("BG", 2000),
            entry("CY", 1900),
            entry("CZ", 2100),
            entry("DE", 1900),
            entry("DK", 2500),
            entry("EE", 2400),
            entry("ES", 2100),
            entry("FI", 2550),
            entry("FR", 2000),
            entry("GR", 2400),
            entry("HR", 2500),
            entry("HU", 2700),
            entry("IE", 2300),
            entry("IT", 2200),
            entry("LT", 2100),
            entry("LU", 1700),
            entry("LV", 2100),
            entry("MT", 1800),
            entry("NL", 2100),
            entry("PL", 2300),
            entry("PT", 2300),
            entry("RO", 2100),
            entry("SE", 2500),
            entry("SI", 2200),
            entry("SK", 2300));

    private VatTable() {}

    public static TaxRate rateFor(Country buyer) {
        return new TaxRate(BASIS_POINTS.getOrDefault(buyer.code(), 0));
    }

    public static boolean isInUnion(Country country) {
        return BASIS_POINTS.containsKey(country.code());
    }
}
