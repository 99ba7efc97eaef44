package dev.sluice.adapters.documents;

import dev.sluice.domain.invoice.Invoice;
import dev.sluice.domain.language.Word;
import dev.sluice.domain.order.OrderContents;
import dev.sluice.domain.order.TaxLine;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;

/** The end of an invoice: the tax of each rate, the sums, and the legal remark. */
final class Summary {

    /** Both halves have rows of one height, so that their lines of text meet. */
    private static final float ROW_HEIGHT = 19;

    private static final float ROW_GAP = 6;

    private final Typesetter type;
    private final Writing writing;

    Summary(Typesetter type, Writing writing) {
        this.type = type;
        this.writing = writing;
    }

    PdfPTable of(Invoice invoice) {
        PdfPTable table = Cells.table(20, 2, 20);
        table.addCell(Cells.holding(taxes(invoice.contents())));
        table.addCell(Cells.empty());
        table.addCell(Cells.holding(sums(invoice.contents())));
        note(table, invoice.note());
        table.setKeepTogether(true);
        return table;
    }

    private PdfPTable taxes(OrderContents contents) {
        PdfPTable table = Cells.table(2, 4, 3);
        table.addCell(head(Cells.left(type.label(writing.word(Word.VAT_RATE)))));
        table.addCell(head(Cells.right(type.label(writing.word(Word.TAXABLE_AMOUNT)))));
        table.addCell(head(Cells.right(type.label(writing.word(Word.VAT_AMOUNT)))));
        contents.taxLines().forEach(line -> tax(table, line));
        return table;
    }

    private void tax(PdfPTable table, TaxLine line) {
        table.addCell(spaced(Cells.left(type.body(writing.percent(line.rate())))));
        table.addCell(spaced(Cells.right(type.body(writing.amount(line.taxable())))));
        table.addCell(spaced(Cells.right(type.body(writing.amount(line.tax())))));
    }

    private PdfPTable sums(OrderContents contents) {
        PdfPTable table = Cells.table(1, 2);
        sum(table, type.body(writing.word(Word.NET_AMOUNT)), type.body(writing.amount(contents.net())));
        sum(table, type.body(writing.word(Word.VAT)), type.body(writing.amount(contents.tax())));
        table.addCell(topped(Cells.left(type.strong(writing.word(Word.TOTAL)))));
        table.addCell(topped(Cells.right(type.total(writing.amountWithCurrency(contents.total())))));
        return table;
    }

    private static void sum(PdfPTable table, Phrase label, Phrase amount) {
        table.addCell(spaced(Cells.left(label)));
        table.addCell(spaced(Cells.right(amount)));
    }

    private void note(PdfPTable table, String note) {
        PdfPCell cell = Cells.left(type.small(note));
        cell.setColspan(3);
        cell.setPaddingTop(24);
        table.addCell(cell);
    }

    private static PdfPCell head(PdfPCell cell) {
        cell.setVerticalAlignment(PdfPCell.ALIGN_BOTTOM);
        return spaced(cell);
    }

    private static PdfPCell spaced(PdfPCell cell) {
        cell.setPaddingBottom(ROW_GAP);
        cell.setMinimumHeight(ROW_HEIGHT);
        return cell;
    }

    private static PdfPCell topped(PdfPCell cell) {
        cell.setBorder(PdfPCell.TOP);
        cell.setBorderWidth(1.2f);
        cell.setBorderColor(Ink.ACCENT);
        cell.setPaddingTop(6);
        cell.setVerticalAlignment(PdfPCell.ALIGN_BOTTOM);
        return cell;
    }
}
