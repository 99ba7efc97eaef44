package dev.sluice.adapters.documents;

import static dev.sluice.adapters.documents.OpenPdfInvoiceRenderer.BOTTOM;
import static dev.sluice.adapters.documents.OpenPdfInvoiceRenderer.SIDE;
import static dev.sluice.adapters.documents.OpenPdfInvoiceRenderer.TOP;
import static dev.sluice.adapters.documents.OpenPdfInvoiceRenderer.USUAL_SIZE;

import dev.sluice.domain.failure.FinalFailure;
import dev.sluice.domain.invoice.CreditNote;
import dev.sluice.domain.invoice.CreditNoteRenderer;
import dev.sluice.domain.invoice.PdfDocument;
import java.io.ByteArrayOutputStream;
import org.openpdf.text.Document;
import org.openpdf.text.DocumentException;
import org.openpdf.text.ExceptionConverter;
import org.openpdf.text.PageSize;
import org.openpdf.text.pdf.PdfWriter;

/** Draws credit notes on A4 with OpenPDF: like their invoices, with another head and all amounts negative. */
final class OpenPdfCreditNoteRenderer implements CreditNoteRenderer {

    private final Layouts layouts;

    OpenPdfCreditNoteRenderer(Typeface typeface) {
        this.layouts = new Layouts(typeface);
    }

    @Override
    public PdfDocument render(CreditNote note) {
        try {
            return new PdfDocument(draw(note));
        } catch (DocumentException | ExceptionConverter e) {
            throw new FinalFailure("credit note " + note.id().value() + " cannot be drawn", e);
        }
    }

    private byte[] draw(CreditNote note) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
        try (Document document = new Document(PageSize.A4, SIDE, SIDE, TOP, BOTTOM)) {
            PdfWriter writer = PdfWriter.getInstance(document, bytes);
            document.open();
            layouts.in(note.invoice().language()).compose(note, document, writer);
        }
        return bytes.toByteArray();
    }
}
