package dev.sluice.adapters.documents;

import dev.sluice.domain.language.Word;
import java.util.ArrayList;
import java.util.List;
import org.openpdf.text.Document;
import org.openpdf.text.Element;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.ColumnText;
import org.openpdf.text.pdf.PdfContentByte;
import org.openpdf.text.pdf.PdfPageEventHelper;
import org.openpdf.text.pdf.PdfTemplate;
import org.openpdf.text.pdf.PdfWriter;

/**
 * Writes the foot of each page: whose invoice it is, and which page of how many. What it writes stands in the head too, so
 * that letters which are lacking are found there: here OpenPDF would hide the exception. One for each document.
 */
final class PageFooter extends PdfPageEventHelper {

    private static final float BASELINE = 34;
    private static final float RULE = 48;
    private static final float DESCENT = 3;
    private static final float HEIGHT = 14;
    private static final float COUNT_WIDTH = 110;

    private final Typesetter type;
    private final Writing writing;
    private final String text;

    /** One for each page, blank until the number of pages is known. */
    private final List<PdfTemplate> counts = new ArrayList<>();

    PageFooter(Typesetter type, Writing writing, String text) {
        this.type = type;
        this.writing = writing;
        this.text = text;
    }

    @Override
    public void onEndPage(PdfWriter writer, Document document) {
        PdfContentByte canvas = writer.getDirectContent();
        rule(canvas, document);
        issuer(canvas, document);
        PdfTemplate count = canvas.createTemplate(COUNT_WIDTH, HEIGHT);
        canvas.addTemplate(count, document.right() - COUNT_WIDTH, BASELINE - DESCENT);
        counts.add(count);
    }

    @Override
    public void onCloseDocument(PdfWriter writer, Document document) {
        for (int page = 1; page <= counts.size(); page++) {
            Phrase count = type.label(writing.word(Word.PAGE, page, counts.size()));
            ColumnText.showTextAligned(counts.get(page - 1), Element.ALIGN_RIGHT, count, COUNT_WIDTH, DESCENT, 0);
        }
    }

    private static void rule(PdfContentByte canvas, Document document) {
        canvas.setColorStroke(Ink.HAIRLINE);
        canvas.setLineWidth(0.6f);
        canvas.moveTo(document.left(), RULE);
        canvas.lineTo(document.right(), RULE);
        canvas.stroke();
    }

    /** A name too long for its place ends at its edge. */
    private void issuer(PdfContentByte canvas, Document document) {
        float bottom = BASELINE - DESCENT;
        canvas.saveState();
        canvas.rectangle(document.left(), bottom, document.right() - document.left() - COUNT_WIDTH, HEIGHT);
        canvas.clip();
        canvas.newPath();
        ColumnText.showTextAligned(canvas, Element.ALIGN_LEFT, type.label(text), document.left(), BASELINE, 0);
        canvas.restoreState();
    }
}
