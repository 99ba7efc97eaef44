package dev.sluice.adapters.documents;

import dev.sluice.domain.invoice.Invoice;
import dev.sluice.domain.order.OrderLine;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;

/** The table of what was sold; its header is repeated on each page that it takes. */
final class LineTable {

    private final Typesetter type;

    LineTable(Typesetter type) {
        this.type = type;
    }

    PdfPTable of(Invoice invoice) {
        PdfPTable table = Cells.table(20, 4, 7, 4, 7);
        header(table, invoice.contents().net().currency().getCurrencyCode());
        table.setHeaderRows(1);
        invoice.contents().lines().forEach(line -> row(table, line));
        table.setSpacingAfter(18);
        return table;
    }

    private void header(PdfPTable table, String currency) {
        table.addCell(head(Cells.left(type.label("Description"))));
        table.addCell(head(Cells.right(type.label("Quantity"))));
        table.addCell(head(Cells.right(type.label("Unit price, " + currency))));
        table.addCell(head(Cells.right(type.label("VAT"))));
        table.addCell(head(Cells.right(type.label("Net amount, " + currency))));
    }

    private void row(PdfPTable table, OrderLine line) {
        table.addCell(entry(Cells.left(type.body(line.title()))));
        table.addCell(entry(Cells.right(type.body(Integer.toString(line.quantity())))));
        table.addCell(entry(Cells.right(type.body(Amounts.plain(line.unitPrice())))));
        table.addCell(entry(Cells.right(type.body(line.taxRate().percent() + " %"))));
        table.addCell(entry(Cells.right(type.body(Amounts.plain(line.net())))));
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
