package dev.sluice.adapters.documents;

import dev.sluice.domain.invoice.CreditNote;
import dev.sluice.domain.invoice.Invoice;
import dev.sluice.domain.language.Word;
import dev.sluice.domain.party.PostalAddress;
import dev.sluice.domain.party.Seller;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;

/** The head of an invoice: who sells, who buys, and the facts that identify the document. */
final class LetterHead {

    private final Typesetter type;
    private final Writing writing;

    LetterHead(Typesetter type, Writing writing) {
        this.type = type;
        this.writing = writing;
    }

    PdfPTable title(Invoice invoice) {
        return title(Word.INVOICE, invoice.number().text());
    }

    PdfPTable title(CreditNote note) {
        return title(Word.CREDIT_NOTE, note.number().text());
    }

    private PdfPTable title(Word headline, String text) {
        PdfPTable table = Cells.table(1, 1);
        table.addCell(Cells.left(type.headline(writing.word(headline))));
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
        PdfPTable block = block(writing.word(Word.SELLER), seller.legalName());
        PostalAddress address = seller.address();
        block.addCell(Cells.left(type.body(address.street())));
        block.addCell(Cells.left(type.body(address.postalCode() + " " + address.city())));
        block.addCell(Cells.left(type.body(writing.country(address.country()))));
        if (seller.vatId() != null) {
            block.addCell(Cells.left(type.body(writing.word(Word.VAT_ID, seller.vatId()))));
        }
        return block;
    }

    private PdfPTable buyer(Invoice invoice) {
        PdfPTable block =
                block(writing.word(Word.BUYER), invoice.parties().buyer().name());
        block.addCell(
                Cells.left(type.body(writing.country(invoice.parties().buyer().country()))));
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
        fact(table, writing.word(Word.ISSUED_ON), writing.date(invoice.dates().issuedOn()));
        fact(table, writing.word(Word.SUPPLIED_ON), writing.date(invoice.dates().suppliedOn()));
        fact(table, writing.word(Word.ORDER), invoice.order().value().toString());
        table.setSpacingAfter(22);
        return table;
    }

    PdfPTable facts(CreditNote note) {
        Invoice invoice = note.invoice();
        PdfPTable table = Cells.table(9, 15, 16);
        String date = writing.date(invoice.dates().issuedOn());
        fact(table, writing.word(Word.ISSUED_ON), writing.date(note.issuedOn()));
        fact(
                table,
                writing.word(Word.CREDITED_INVOICE),
                writing.word(Word.NUMBER_AND_DATE, invoice.number().text(), date));
        fact(table, writing.word(Word.ORDER), invoice.order().value().toString());
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
}
