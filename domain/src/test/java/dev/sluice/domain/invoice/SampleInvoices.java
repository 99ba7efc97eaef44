package dev.sluice.domain.invoice;

import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.catalogue.ProductId;
import dev.sluice.domain.invoice.Invoice.InvoiceDates;
import dev.sluice.domain.invoice.Invoice.InvoiceParties;
import dev.sluice.domain.language.Language;
import dev.sluice.domain.language.Word;
import dev.sluice.domain.money.Money;
import dev.sluice.domain.money.TaxRate;
import dev.sluice.domain.order.OrderContents;
import dev.sluice.domain.order.OrderId;
import dev.sluice.domain.order.OrderLine;
import dev.sluice.domain.party.Buyer;
import dev.sluice.domain.party.Country;
import dev.sluice.domain.party.EmailAddress;
import dev.sluice.domain.party.InvoiceFormat;
import dev.sluice.domain.party.PostalAddress;
import dev.sluice.domain.party.Seller;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Invoices to test with: each call yields an equal one. */
public final class SampleInvoices {

    private static final CreatorId CREATOR = new CreatorId(UUID.fromString("01930000-0000-7000-8000-0000000000c1"));
    private static final ProductId PRODUCT = new ProductId(UUID.fromString("01930000-0000-7000-8000-0000000000a1"));

    private SampleInvoices() {}

    /** A believable sale in euros with two rates of tax. */
    public static Invoice sample() {
        return in(Language.ENGLISH);
    }

    /** The believable sale to a buyer who is written to in this language. */
    public static Invoice in(Language language) {
        return of(
                language,
                OrderContents.of(List.of(
                        line("Lightroom presets: Northern Light", Money.of(2_900, "EUR"), 1, 1900),
                        line("Field notes: a year on the coast (e-book)", Money.of(1_450, "EUR"), 2, 700),
                        line(
                                "Sound pack “Harbour at dawn”, 120 loops, licence for commercial use",
                                Money.of(124_900, "EUR"),
                                1,
                                1900),
                        line("One-to-one portfolio review, 45 minutes", Money.of(8_500, "EUR"), 3, 1900))));
    }

    /** A sale of so many lines. */
    public static Invoice withLines(int count) {
        return of(OrderContents.of(IntStream.rangeClosed(1, count)
                .mapToObj(number -> line("Product " + number, Money.of(1_000 + number, "EUR"), number, 1900))
                .toList()));
    }

    /** One unit at 20 % in this price's currency. */
    public static Invoice priced(Money unitPrice) {
        return priced(Language.ENGLISH, unitPrice);
    }

    /** One unit at 20 % in this price's currency, to a buyer who is written to in this language. */
    public static Invoice priced(Language language, Money unitPrice) {
        return of(language, OrderContents.of(List.of(line("Poster", unitPrice, 1, 2000))));
    }

    /** A sale whose seller, buyer and product all have this name. */
    public static Invoice named(String name) {
        return of(
                new InvoiceParties(seller(name, "DE123456789"), buyer(name, "DE", Language.ENGLISH)),
                OrderContents.of(List.of(line(name, Money.of(100, "EUR"), 1, 1900))),
                "");
    }

    /** A sale to a buyer outside the European Union by a seller who has no VAT identification number. */
    public static Invoice outsideTheUnion() {
        return outsideTheUnion(Language.ENGLISH);
    }

    /** The same sale to a buyer who is written to in this language. */
    public static Invoice outsideTheUnion(Language language) {
        return of(
                new InvoiceParties(seller("Atelier Nordlicht", null), buyer("Jane Doe", "US", language)),
                OrderContents.of(List.of(line("Poster", Money.of(100, "EUR"), 1, 0))),
                Word.OUTSIDE_THE_UNION.in(language));
    }

    /** One unit at each of these prices in cents, sold to a buyer in this country at this rate. */
    public static Invoice soldTo(String country, int basisPoints, List<Long> prices) {
        return of(
                new InvoiceParties(
                        seller("Atelier Nordlicht GmbH", "DE123456789"),
                        buyer("Ada Lovelace", country, Language.ENGLISH)),
                OrderContents.of(prices.stream()
                        .map(price -> line("Poster", Money.of(price, "EUR"), 1, basisPoints))
                        .toList()),
                "");
    }

    /** The invoice as a seller issues it who sends e-invoices. */
    public static Invoice facturX(Invoice invoice) {
        Seller seller = invoice.parties().seller();
        return new Invoice(
                invoice.id(),
                invoice.number(),
                invoice.order(),
                invoice.dates(),
                new InvoiceParties(
                        new Seller(seller.legalName(), seller.address(), "DE123456789", InvoiceFormat.FACTUR_X),
                        invoice.parties().buyer()),
                invoice.contents(),
                invoice.note());
    }

    private static Invoice of(OrderContents contents) {
        return of(Language.ENGLISH, contents);
    }

    private static Invoice of(Language language, OrderContents contents) {
        InvoiceParties parties = new InvoiceParties(
                seller("Atelier Nordlicht GmbH", "DE123456789"), buyer("Zoë Brzęczyszczykiewicz", "PL", language));
        return of(parties, contents, "");
    }

    private static Invoice of(InvoiceParties parties, OrderContents contents, String note) {
        return new Invoice(
                new InvoiceId(UUID.fromString("01930000-0000-7000-8000-0000000000d1")),
                new InvoiceNumber(CREATOR, 42),
                new OrderId(UUID.fromString("01930000-0000-7000-8000-0000000000b1")),
                new InvoiceDates(LocalDate.of(2026, 11, 4), LocalDate.of(2026, 11, 3)),
                parties,
                contents,
                note);
    }

    private static Seller seller(String name, @Nullable String vatId) {
        return new Seller(name, new PostalAddress("Hafenstraße 12", "20457", "Hamburg", new Country("DE")), vatId);
    }

    private static Buyer buyer(String name, String country, Language language) {
        return new Buyer(name, new EmailAddress("zoe@example.com"), new Country(country), language);
    }

    private static OrderLine line(String title, Money unitPrice, int quantity, int basisPoints) {
        return new OrderLine(PRODUCT, title, unitPrice, quantity, new TaxRate(basisPoints), false);
    }
}
