package dev.sluice.adapters.persistence.invoice;

import dev.sluice.domain.catalogue.ProductId;
import dev.sluice.domain.invoice.Invoice;
import dev.sluice.domain.invoice.Invoice.InvoiceDates;
import dev.sluice.domain.invoice.Invoice.InvoiceParties;
import dev.sluice.domain.language.Language;
import dev.sluice.domain.money.Money;
import dev.sluice.domain.money.TaxRate;
import dev.sluice.domain.order.OrderContents;
import dev.sluice.domain.order.OrderLine;
import dev.sluice.domain.order.TaxLine;
import dev.sluice.domain.party.Buyer;
import dev.sluice.domain.party.Country;
import dev.sluice.domain.party.EmailAddress;
import dev.sluice.domain.party.InvoiceFormat;
import dev.sluice.domain.party.PostalAddress;
import dev.sluice.domain.party.Seller;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What an invoice says, as its JSON keeps it. The names and types here are those of stored documents and not of the
 * domain, which may change: a change here is a new format beside this one, save for an addition that releases without it
 * may overlook.
 *
 * @param format {@value #FORMAT}
 */
record FrozenInvoice(
        int format,
        LocalDate suppliedOn,
        FrozenSeller seller,
        FrozenBuyer buyer,
        String currency,
        List<FrozenLine> lines,
        List<FrozenTax> taxes,
        String note) {

    static final int FORMAT = 1;

    FrozenInvoice {
        if (format != FORMAT) {
            throw new IllegalArgumentException("cannot read invoices of format " + format);
        }
    }

    static FrozenInvoice of(Invoice invoice) {
        OrderContents contents = invoice.contents();
        return new FrozenInvoice(
                FORMAT,
                invoice.dates().suppliedOn(),
                FrozenSeller.of(invoice.parties().seller()),
                FrozenBuyer.of(invoice.parties().buyer()),
                contents.net().currency().getCurrencyCode(),
                contents.lines().stream().map(FrozenLine::of).toList(),
                contents.taxLines().stream().map(FrozenTax::of).toList(),
                invoice.note());
    }

    InvoiceDates dates(LocalDate issuedOn) {
        return new InvoiceDates(issuedOn, suppliedOn);
    }

    InvoiceParties parties() {
        return new InvoiceParties(seller.seller(), buyer.buyer());
    }

    OrderContents contents() {
        return new OrderContents(
                lines.stream().map(line -> line.line(currency)).toList(),
                taxes.stream().map(tax -> tax.tax(currency)).toList());
    }

    /** @param document absent from invoices that were frozen before there were e-invoices: those are plain PDF files */
    record FrozenSeller(
            String legalName,
            String street,
            String postalCode,
            String city,
            String country,
            @Nullable String vatId,
            @Nullable String document) {

        private static FrozenSeller of(Seller seller) {
            PostalAddress address = seller.address();
            return new FrozenSeller(
                    seller.legalName(),
                    address.street(),
                    address.postalCode(),
                    address.city(),
                    address.country().code(),
                    seller.vatId(),
                    seller.invoiceFormat().name());
        }

        private Seller seller() {
            return new Seller(
                    legalName,
                    new PostalAddress(street, postalCode, city, new Country(country)),
                    vatId,
                    document == null ? InvoiceFormat.PDF : InvoiceFormat.valueOf(document));
        }
    }

    /** @param language absent from invoices that were frozen before there were languages: those are in English */
    record FrozenBuyer(
            String name,
            String email,
            String country,
            @Nullable String language) {

        private static FrozenBuyer of(Buyer buyer) {
            return new FrozenBuyer(
                    buyer.name(),
                    buyer.email().value(),
                    buyer.country().code(),
                    buyer.language().tag());
        }

        private Buyer buyer() {
            return new Buyer(
                    name,
                    new EmailAddress(email),
                    new Country(country),
                    language == null ? Language.ENGLISH : Language.of(language));
        }
    }

    record FrozenLine(UUID product, String title, long unitPriceMinor, int quantity, int taxBasisPoints) {

        private static FrozenLine of(OrderLine line) {
            return new FrozenLine(
                    line.product().value(),
                    line.title(),
                    line.unitPrice().amountMinor(),
                    line.quantity(),
                    line.taxRate().basisPoints());
        }

        private OrderLine line(String currency) {
            return new OrderLine(
                    new ProductId(product),
                    title,
                    Money.of(unitPriceMinor, currency),
                    quantity,
                    new TaxRate(taxBasisPoints),
                    // An invoice does not say where the units came from.
                    false);
        }
    }

    record FrozenTax(int basisPoints, long taxableMinor, long taxMinor) {

        private static FrozenTax of(TaxLine line) {
            return new FrozenTax(
                    line.rate().basisPoints(),
                    line.taxable().amountMinor(),
                    line.tax().amountMinor());
        }

        private TaxLine tax(String currency) {
            return new TaxLine(
                    new TaxRate(basisPoints), Money.of(taxableMinor, currency), Money.of(taxMinor, currency));
        }
    }
}
