package dev.sluice.domain.invoice;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.catalogue.ProductId;
import dev.sluice.domain.invoice.Invoice.InvoiceDates;
import dev.sluice.domain.invoice.Invoice.InvoiceParties;
import dev.sluice.domain.language.Language;
import dev.sluice.domain.money.Money;
import dev.sluice.domain.money.TaxRate;
import dev.sluice.domain.order.Order;
import dev.sluice.domain.order.OrderContents;
import dev.sluice.domain.order.OrderId;
import dev.sluice.domain.order.OrderLine;
import dev.sluice.domain.party.Buyer;
import dev.sluice.domain.party.Country;
import dev.sluice.domain.party.EmailAddress;
import dev.sluice.domain.party.InvoiceFormat;
import dev.sluice.domain.party.PostalAddress;
import dev.sluice.domain.party.Seller;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InvoiceTest {

    private static final Instant LATE_IN_FEBRUARY = Instant.parse("2026-02-28T23:59:59.999Z");
    private static final Instant EARLY_IN_MARCH = Instant.parse("2026-03-01T00:00:00Z");
    private static final CreatorId CREATOR = new CreatorId(new UUID(0, 2));
    private static final Seller SELLER =
            new Seller("Nordlicht GmbH", new PostalAddress("Hafen 7", "20457", "Hamburg", new Country("DE")), null);

    @Test
    void anInvoiceFreezesWhatWasSoldByWhomAndToWhom() {
        Order order = orderFrom("FR");
        Invoice invoice = invoice(order);
        assertThat(invoice.order()).isEqualTo(order.id());
        assertThat(invoice.contents()).isEqualTo(order.contents());
        assertThat(invoice.parties()).isEqualTo(new InvoiceParties(SELLER, order.buyer()));
    }

    @Test
    void itsDatesAreTheDaysInUtcOfIssueAndOrder() {
        assertThat(invoice(orderFrom("FR")).dates())
                .isEqualTo(new InvoiceDates(LocalDate.of(2026, 3, 1), LocalDate.of(2026, 2, 28)));
    }

    @Test
    void aSaleWithinTheUnionNeedsNoNote() {
        assertThat(invoice(orderFrom("FR")).note()).isEmpty();
    }

    @Test
    void aSaleToTheOutsideSaysWhyItCarriesNoTax() {
        assertThat(invoice(orderFrom("US")).note()).startsWith("Outside the scope of EU VAT");
    }

    @Test
    void itIsWrittenInTheBuyersLanguage() {
        Invoice invoice = invoice(order("US", Language.GERMAN));
        assertThat(invoice.language()).isEqualTo(Language.GERMAN);
        assertThat(invoice.note()).startsWith("Nicht im Anwendungsbereich der Mehrwertsteuer");
    }

    @Test
    void itsDocumentIsWhatTheSellerAsksForWhereThatIsPossible() {
        assertThat(SampleInvoices.sample().format()).isEqualTo(InvoiceFormat.PDF);
        assertThat(SampleInvoices.facturX(SampleInvoices.sample()).format()).isEqualTo(InvoiceFormat.FACTUR_X);
        assertThat(SampleInvoices.facturX(SampleInvoices.priced(Money.of(100, "JPY")))
                        .format())
                .isEqualTo(InvoiceFormat.PDF);
    }

    @Test
    void anInvoiceIsMaskedWhenItIsPrinted() {
        assertThat(invoice(orderFrom("FR")).toString()).doesNotContain("Ada", "ada@example.org");
    }

    @Test
    void aNumberIsPrintedWithAtLeastSixDigits() {
        assertThat(new InvoiceNumber(CREATOR, 42).text()).isEqualTo("INV-000042");
        assertThat(new InvoiceNumber(CREATOR, 1_234_567).text()).isEqualTo("INV-1234567");
    }

    private static Invoice invoice(Order order) {
        return Invoice.issued(
                new InvoiceId(new UUID(0, 4)), new InvoiceNumber(CREATOR, 1), order, SELLER, EARLY_IN_MARCH);
    }

    private static Order orderFrom(String country) {
        return order(country, Language.ENGLISH);
    }

    private static Order order(String country, Language language) {
        OrderLine line = new OrderLine(
                new ProductId(new UUID(0, 3)), "Preset pack", Money.of(1999, "EUR"), 1, new TaxRate(1900), false);
        return Order.placed(
                new OrderId(new UUID(0, 1)),
                CREATOR,
                new Buyer("Ada Lovelace", new EmailAddress("ada@example.org"), new Country(country), language),
                OrderContents.of(List.of(line)),
                LATE_IN_FEBRUARY);
    }
}
