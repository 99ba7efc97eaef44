package dev.sluice.domain.party;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Currency;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SellerTest {

    private static final Currency EURO = Currency.getInstance("EUR");

    @ParameterizedTest
    @ValueSource(
            strings = {"DE123456789", "ATU12345678", "EL123456789", "NL123456789B01", "IE1234567WA", "FRXX123456789"})
    void aSellerInTheUnionMaySendEInvoicesInEuros(String vatId) {
        assertThat(seller(vatId, InvoiceFormat.FACTUR_X).invoiceObstacles(EURO)).isEmpty();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "DE",
                "123456789",
                "DE 123 456 789",
                "de123456789",
                "GR123456789",
                "US12-3456789",
                "EU826010755"
            })
    void eInvoicesNeedAVatIdOfTheUnion(@Nullable String vatId) {
        assertThat(seller(vatId, InvoiceFormat.FACTUR_X).invoiceObstacles(EURO))
                .containsExactly(InvoiceObstacle.VAT_ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"USD", "PLN", "JPY", "KWD"})
    void eInvoicesAreInEuros(String currency) {
        assertThat(seller("DE123456789", InvoiceFormat.FACTUR_X).invoiceObstacles(Currency.getInstance(currency)))
                .containsExactly(InvoiceObstacle.CURRENCY);
    }

    @Test
    void aPlainPdfNeedsNeither() {
        assertThat(seller(null, InvoiceFormat.PDF).invoiceObstacles(Currency.getInstance("JPY")))
                .isEmpty();
    }

    private static Seller seller(@Nullable String vatId, InvoiceFormat format) {
        PostalAddress address = new PostalAddress("Hafen 7", "20457", "Hamburg", new Country("DE"));
        return new Seller("Nordlicht GmbH", address, vatId, format);
    }
}
