package dev.sluice.adapters.documents;

import org.openpdf.text.Element;
import org.openpdf.text.Phrase;
import org.openpdf.text.Rectangle;
import org.openpdf.text.pdf.PdfPCell;
import org.openpdf.text.pdf.PdfPTable;

/** Table cells without frames, set to the left or, for figures, to the right. */
final class Cells {

    private static final float LEADING = 1.3f;

    private Cells() {}

    static PdfPCell left(Phrase text) {
        PdfPCell cell = new PdfPCell(text);
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setPadding(0);
        cell.setLeading(0, LEADING);
        return cell;
    }

    static PdfPCell right(Phrase text) {
        PdfPCell cell = left(text);
        cell.setHorizontalAlignment(Element.ALIGN_RIGHT);
        return cell;
    }

    static PdfPCell holding(PdfPTable table) {
        PdfPCell cell = new PdfPCell(table);
        cell.setBorder(Rectangle.NO_BORDER);
        cell.setPadding(0);
        return cell;
    }

    static PdfPCell empty() {
        return left(new Phrase(""));
    }

    /** A table as wide as the page's text, its columns in these proportions. */
    static PdfPTable table(float... proportions) {
        PdfPTable table = new PdfPTable(proportions);
        table.setWidthPercentage(100);
        return table;
    }
}
