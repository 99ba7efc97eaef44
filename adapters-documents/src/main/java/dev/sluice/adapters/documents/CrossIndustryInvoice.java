package dev.sluice.adapters.documents;

import dev.sluice.domain.failure.FinalFailure;
import dev.sluice.domain.invoice.CreditNote;
import dev.sluice.domain.invoice.Invoice;
import dev.sluice.domain.language.Word;
import dev.sluice.domain.money.Money;
import dev.sluice.domain.money.TaxRate;
import dev.sluice.domain.order.OrderLine;
import dev.sluice.domain.party.PostalAddress;
import dev.sluice.domain.party.Seller;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import org.mustangproject.Item;
import org.mustangproject.Product;
import org.mustangproject.ReferencedDocument;
import org.mustangproject.TradeParty;
import org.mustangproject.ZUGFeRD.Profiles;
import org.mustangproject.ZUGFeRD.TransactionCalculator;
import org.mustangproject.ZUGFeRD.ZUGFeRD2PullProvider;
import org.mustangproject.ZUGFeRD.ZUGFeRDDateFormat;

/**
 * What an invoice or a credit note says as a program reads it: a Cross Industry Invoice by EN 16931. Sluice knows nothing
 * of payments: that the sum is due at once is said because the norm asks when it is.
 */
final class CrossIndustryInvoice {

    /** A piece, in the units of UN/ECE Recommendation 20. */
    private static final String ONE = "C62";

    private static final String STANDARD_RATE = "S";
    private static final String NOT_SUBJECT_TO_VAT = "O";

    private CrossIndustryInvoice() {}

    /** The XML in UTF-8. */
    static byte[] of(Invoice invoice) {
        return xml(invoice, transaction(invoice));
    }

    /** Its amounts are those of the invoice: that they are taken back, the type of the document says. */
    static byte[] of(CreditNote note) {
        Invoice invoice = note.invoice();
        org.mustangproject.Invoice transaction = transaction(invoice)
                .setCreditNote()
                .setNumber(note.number().text())
                .setIssueDate(date(note.issuedOn()))
                .setDueDate(date(note.issuedOn()))
                .addInvoiceReferencedDocument(new ReferencedDocument(
                        invoice.number().text(), date(invoice.dates().issuedOn())));
        if (!note.reason().isEmpty()) {
            transaction.addNote(text(note.reason()));
        }
        return xml(invoice, transaction);
    }

    private static byte[] xml(Invoice invoice, org.mustangproject.Invoice transaction) {
        requireSameTotal(invoice, transaction);
        ZUGFeRD2PullProvider writer = new ZUGFeRD2PullProvider();
        writer.setProfile(Profiles.getByName("EN16931"));
        writer.generateXML(transaction);
        return writer.getXML();
    }

    private static org.mustangproject.Invoice transaction(Invoice invoice) {
        org.mustangproject.Invoice transaction = new org.mustangproject.Invoice()
                .setNumber(invoice.number().text())
                .setCurrency(invoice.contents().net().currency().getCurrencyCode())
                .setIssueDate(date(invoice.dates().issuedOn()))
                .setPaymentTermDescription(Word.DUE.in(invoice.language()))
                .setDueDate(date(invoice.dates().issuedOn()))
                .setDeliveryDate(date(invoice.dates().suppliedOn()))
                .setSellerOrderReferencedDocument(
                        new ReferencedDocument(invoice.order().value().toString()))
                .setSender(seller(invoice))
                .setRecipient(buyer(invoice));
        invoice.contents().lines().forEach(line -> transaction.addItem(item(line, invoice.note())));
        return transaction;
    }

    /** Who sells what no VAT is due on must not be named by a VAT identification number. */
    private static TradeParty seller(Invoice invoice) {
        Seller seller = invoice.parties().seller();
        PostalAddress address = seller.address();
        TradeParty party = new TradeParty(
                        text(seller.legalName()),
                        text(address.street()),
                        text(address.postalCode()),
                        text(address.city()),
                        address.country().code())
                .setID(invoice.number().seller().value().toString());
        return isTaxed(invoice) ? party.addVATID(seller.vatId()) : party;
    }

    private static TradeParty buyer(Invoice invoice) {
        return new TradeParty()
                .setName(text(invoice.parties().buyer().name()))
                .setCountry(invoice.parties().buyer().country().code());
    }

    private static Item item(OrderLine line, String note) {
        Product product =
                new Product(text(line.title()), "", ONE, line.taxRate().percent());
        product.setTaxCategoryCode(isTaxed(line) ? STANDARD_RATE : NOT_SUBJECT_TO_VAT);
        if (!isTaxed(line)) {
            product.setTaxExemptionReason(note);
        }
        return new Item(product, units(line.unitPrice()), BigDecimal.valueOf(line.quantity()));
    }

    private static boolean isTaxed(Invoice invoice) {
        return invoice.contents().lines().stream().anyMatch(CrossIndustryInvoice::isTaxed);
    }

    private static boolean isTaxed(OrderLine line) {
        return !line.taxRate().equals(TaxRate.ZERO);
    }

    /** The library adds up by itself. */
    private static void requireSameTotal(Invoice invoice, org.mustangproject.Invoice transaction) {
        BigDecimal total = units(invoice.contents().total());
        BigDecimal reckoned = new TransactionCalculator(transaction).getGrandTotal();
        if (total.compareTo(reckoned) != 0) {
            throw new FinalFailure("the e-invoice would say " + reckoned + " and not " + total);
        }
    }

    private static BigDecimal units(Money money) {
        return BigDecimal.valueOf(money.amountMinor(), money.currency().getDefaultFractionDigits());
    }

    private static String text(String text) {
        return PrintableText.visible(text);
    }

    /** The library writes a date in the time zone that the machine had when the thread wrote its first one. */
    private static Date date(LocalDate day) {
        ZoneId zone = ZUGFeRDDateFormat.DATE.getFormatter().getTimeZone().toZoneId();
        return Date.from(day.atStartOfDay(zone).toInstant());
    }
}
