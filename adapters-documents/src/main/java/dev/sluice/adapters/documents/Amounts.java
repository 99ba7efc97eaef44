package dev.sluice.adapters.documents;

import dev.sluice.domain.money.Money;
import java.math.BigDecimal;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Writes amounts the way English does: thousands apart, as many decimals as the currency has. */
final class Amounts {

    private static final DecimalFormatSymbols SYMBOLS = DecimalFormatSymbols.getInstance(Locale.ENGLISH);

    private Amounts() {}

    static String plain(Money money) {
        int decimals = Math.max(0, money.currency().getDefaultFractionDigits());
        DecimalFormat format = new DecimalFormat("#,##0", SYMBOLS);
        format.setMinimumFractionDigits(decimals);
        return format.format(BigDecimal.valueOf(money.amountMinor(), decimals));
    }

    static String withCurrency(Money money) {
        return money.currency().getCurrencyCode() + " " + plain(money);
    }
}
