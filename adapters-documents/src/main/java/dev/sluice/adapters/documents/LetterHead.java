package dev.sluice.adapters.documents;

import dev.sluice.domain.invoice.CreditNote;
import dev.sluice.domain.invoice.Invoice;
import dev.sluice.domain.party.PostalAddress;
import dev.sluice.domain.party.Seller;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;

/** The head of an invoice: who sells, who buys, and the facts that identify the document. */
final class LetterHead {

    private static final DateTimeFormatter DATE = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);

    private final Typesetter type;

    LetterHead(Typesetter type) {
        this.type = type;
    }

    PdfPTable title(Invoice invoice) {
        return title("Invoice", invoice.number().text());
    }

    PdfPTable title(CreditNote note) {
        return title("Credit note", note.number().text());
    }

    private PdfPTable title(String headline, String text) {
        PdfPTable table = Cells.table(1, 1);
        table.addCell(Cells.left(type.headline(headline)));
        PdfPCell number = Cells.right(type.name(text));
        number.setVerticalAlignment(PdfPCell.ALIGN_BOTTOM);
        table.addCell(number);
        table.setSpacingAfter(26);
        return table;
    }

    PdfPTable parties(Invoice invoice) {
        PdfPTable table = Cells.table(10, 1, 9);
        table.addCell(Cells.holding(seller(invoice.parties().seller())));
        table.addCell(Cells.empty());
        table.addCell(Cells.holding(buyer(invoice)));
        table.setSpacingAfter(24);
        return table;
    }

    private PdfPTable seller(Seller seller) {
        PdfPTable block = block("From", seller.legalName());
        PostalAddress address = seller.address();
        block.addCell(Cells.left(type.body(address.street())));
        block.addCell(Cells.left(type.body(address.postalCode() + " " + address.city())));
        block.addCell(Cells.left(type.body(address.country().englishName())));
        if (seller.vatId() != null) {
            block.addCell(Cells.left(type.body("VAT ID " + seller.vatId())));
        }
        return block;
    }

    private PdfPTable buyer(Invoice invoice) {
        PdfPTable block = block("Billed to", invoice.parties().buyer().name());
        block.addCell(Cells.left(type.body(invoice.parties().buyer().country().englishName())));
        return block;
    }

    private PdfPTable block(String label, String name) {
        PdfPTable block = Cells.table(1);
        block.addCell(spaced(type.label(label)));
        block.addCell(spaced(type.name(name)));
        return block;
    }

    private static PdfPCell spaced(Phrase text) {
        PdfPCell cell = Cells.left(text);
        cell.setPaddingBottom(3);
        return cell;
    }

    PdfPTable facts(Invoice invoice) {
        PdfPTable table = Cells.table(5, 5, 9);
        fact(table, "Date of issue", date(invoice.dates().issuedOn()));
        fact(table, "Date of supply", date(invoice.dates().suppliedOn()));
        fact(table, "Order reference", invoice.order().value().toString());
        table.setSpacingAfter(22);
        return table;
    }

    PdfPTable facts(CreditNote note) {
        Invoice invoice = note.invoice();
        PdfPTable table = Cells.table(5, 7, 9);
        fact(table, "Date of issue", date(note.issuedOn()));
        fact(
                table,
                "Credited invoice",
                invoice.number().text() + " of " + date(invoice.dates().issuedOn()));
        fact(table, "Order reference", invoice.order().value().toString());
        table.setSpacingAfter(22);
        return table;
    }

    private void fact(PdfPTable table, String label, String value) {
        PdfPTable fact = Cells.table(1);
        fact.addCell(spaced(type.label(label)));
        fact.addCell(Cells.left(type.body(value)));
        PdfPCell cell = Cells.holding(fact);
        cell.setBorder(PdfPCell.TOP | PdfPCell.BOTTOM);
        cell.setBorderWidth(0.6f);
        cell.setBorderColor(Ink.HAIRLINE);
        cell.setPaddingTop(8);
        cell.setPaddingBottom(10);
        table.addCell(cell);
    }

    private static String date(LocalDate date) {
        return DATE.format(date);
    }
}
