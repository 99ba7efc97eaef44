package dev.sluice.adapters.documents;

import dev.sluice.domain.invoice.Invoice;
import dev.sluice.domain.language.Word;
import dev.sluice.domain.order.OrderLine;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;

/** The table of what was sold; its header is repeated on each page that it takes. */
final class LineTable {

    private final Typesetter type;
    private final Writing writing;

    LineTable(Typesetter type, Writing writing) {
        this.type = type;
        this.writing = writing;
    }

    PdfPTable of(Invoice invoice) {
        PdfPTable table = Cells.table(18, 4, 9, 4, 8);
        header(table, invoice.contents().net().currency().getCurrencyCode());
        table.setHeaderRows(1);
        invoice.contents().lines().forEach(line -> row(table, line));
        table.setSpacingAfter(18);
        return table;
    }

    private void header(PdfPTable table, String currency) {
        table.addCell(head(Cells.left(type.label(writing.word(Word.DESCRIPTION)))));
        table.addCell(head(Cells.right(type.label(writing.word(Word.QUANTITY)))));
        table.addCell(head(Cells.right(type.label(writing.word(Word.UNIT_PRICE, currency)))));
        table.addCell(head(Cells.right(type.label(writing.word(Word.VAT)))));
        table.addCell(head(Cells.right(type.label(writing.word(Word.LINE_AMOUNT, currency)))));
    }

    private void row(PdfPTable table, OrderLine line) {
        table.addCell(entry(Cells.left(type.body(line.title()))));
        table.addCell(entry(Cells.right(type.body(writing.count(line.quantity())))));
        table.addCell(entry(Cells.right(type.body(writing.amount(line.unitPrice())))));
        table.addCell(entry(Cells.right(type.body(writing.percent(line.taxRate())))));
        table.addCell(entry(Cells.right(type.body(writing.amount(line.net())))));
    }

    private static PdfPCell head(PdfPCell cell) {
        cell.setBorder(PdfPCell.BOTTOM);
        cell.setBorderWidth(1.2f);
        cell.setBorderColor(Ink.ACCENT);
        cell.setPaddingBottom(6);
        return cell;
    }

    private static PdfPCell entry(PdfPCell cell) {
        cell.setBorder(PdfPCell.BOTTOM);
        cell.setBorderWidth(0.6f);
        cell.setBorderColor(Ink.HAIRLINE);
        cell.setPaddingTop(5);
        cell.setPaddingBottom(6.5f);
        return cell;
    }
}
