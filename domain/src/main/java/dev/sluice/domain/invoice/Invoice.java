package dev.sluice.domain.invoice;

import dev.sluice.domain.language.Language;
import dev.sluice.domain.language.Word;
import dev.sluice.domain.order.Order;
import dev.sluice.domain.order.OrderContents;
import dev.sluice.domain.order.OrderId;
import dev.sluice.domain.order.VatTable;
import dev.sluice.domain.party.Buyer;
import dev.sluice.domain.party.InvoiceFormat;
import dev.sluice.domain.party.Seller;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;

/**
 * An invoice: all that the document says (Art. 226 of Directive 2006/112/EC), frozen when its number is allotted.
 *
 * @param note the legal remark on the tax in the buyer's language, empty where none is due
 */
public record Invoice(
        InvoiceId id,
        InvoiceNumber number,
        OrderId order,
        InvoiceDates dates,
        InvoiceParties parties,
        OrderContents contents,
        String note) {

    /** The invoice of an order, issued now. */
    public static Invoice issued(InvoiceId id, InvoiceNumber number, Order order, Seller seller, Instant now) {
        return new Invoice(
                id,
                number,
                order.id(),
                new InvoiceDates(day(now), day(order.progress().placedAt())),
                new InvoiceParties(seller, order.buyer()),
                order.contents(),
                note(order.buyer()));
    }

    private static String note(Buyer buyer) {
        return VatTable.isInUnion(buyer.country()) ? "" : Word.OUTSIDE_THE_UNION.in(buyer.language());
    }

    /** The language that the invoice is written in: its buyer's. */
    public Language language() {
        return parties.buyer().language();
    }

    /** What its document is: as its seller asks, unless the invoice lacks what that takes. */
    public InvoiceFormat format() {
        Seller seller = parties.seller();
        return seller.invoiceObstacles(contents.net().currency()).isEmpty()
                ? seller.invoiceFormat()
                : InvoiceFormat.PDF;
    }

    private static LocalDate day(Instant instant) {
        return instant.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    /**
     * @param issuedOn the day of issue, in UTC
     * @param suppliedOn the day of supply, in UTC: that of the order
     */
    public record InvoiceDates(LocalDate issuedOn, LocalDate suppliedOn) {}

    /** Who sold and who bought, as they were on the day of issue. */
    public record InvoiceParties(Seller seller, Buyer buyer) {}
}
