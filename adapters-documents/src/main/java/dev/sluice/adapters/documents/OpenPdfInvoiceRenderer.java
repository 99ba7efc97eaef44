package dev.sluice.adapters.documents;

import dev.sluice.domain.failure.FinalFailure;
import dev.sluice.domain.invoice.Invoice;
import dev.sluice.domain.invoice.InvoiceRenderer;
import dev.sluice.domain.invoice.PdfDocument;
import java.io.ByteArrayOutputStream;
import org.openpdf.text.Document;
import org.openpdf.text.DocumentException;
import org.openpdf.text.ExceptionConverter;
import org.openpdf.text.PageSize;
import org.openpdf.text.pdf.PdfWriter;

/** Draws invoices on A4 with OpenPDF. */
final class OpenPdfInvoiceRenderer implements InvoiceRenderer {

    static final float SIDE = 56;
    static final float TOP = 56;
    static final float BOTTOM = 72;
    static final int USUAL_SIZE = 32 * 1024;

    private final Typesetter type;
    private final LetterHead head;
    private final LineTable lines;
    private final Summary summary;

    OpenPdfInvoiceRenderer(Typeface typeface) {
        this.type = new Typesetter(typeface);
        this.head = new LetterHead(type);
        this.lines = new LineTable(type);
        this.summary = new Summary(type);
    }

    @Override
    public PdfDocument render(Invoice invoice) {
        try {
            return new PdfDocument(draw(invoice));
        } catch (DocumentException | ExceptionConverter e) {
            throw new FinalFailure("invoice " + invoice.id().value() + " cannot be drawn", e);
        }
    }

    private byte[] draw(Invoice invoice) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
        try (Document document = new Document(PageSize.A4, SIDE, SIDE, TOP, BOTTOM)) {
            PdfWriter writer = PdfWriter.getInstance(document, bytes);
            document.open();
            writer.setPageEvent(new PageFooter(type, footer(invoice)));
            Metadata.write(invoice, writer);
            compose(invoice, document);
        }
        return bytes.toByteArray();
    }

    private void compose(Invoice invoice, Document document) {
        document.add(head.title(invoice));
        document.add(head.parties(invoice));
        document.add(head.facts(invoice));
        document.add(lines.of(invoice));
        document.add(summary.of(invoice));
    }

    private static String footer(Invoice invoice) {
        return invoice.number().text() + "  ·  " + invoice.parties().seller().legalName();
    }
}
