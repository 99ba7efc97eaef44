package dev.sluice.adapters.documents;

import dev.sluice.domain.failure.FinalFailure;
import dev.sluice.domain.invoice.Invoice;
import dev.sluice.domain.invoice.InvoiceRenderer;
import dev.sluice.domain.invoice.PdfDocument;
import dev.sluice.domain.party.InvoiceFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
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

    private final Layouts layouts;

    OpenPdfInvoiceRenderer(Typeface typeface) {
        this.layouts = new Layouts(typeface);
    }

    @Override
    public PdfDocument render(Invoice invoice) {
        try {
            return new PdfDocument(draw(invoice));
        } catch (IOException | DocumentException | ExceptionConverter e) {
            throw new FinalFailure("invoice " + invoice.id().value() + " cannot be drawn", e);
        }
    }

    private byte[] draw(Invoice invoice) throws IOException {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
        try (Document document = new Document(PageSize.A4, SIDE, SIDE, TOP, BOTTOM)) {
            PdfWriter writer = PdfWriter.getInstance(document, bytes);
            compose(invoice, document, writer);
        }
        return bytes.toByteArray();
    }

    private void compose(Invoice invoice, Document document, PdfWriter writer) throws IOException {
        boolean isFacturX = invoice.format() == InvoiceFormat.FACTUR_X;
        if (isFacturX) {
            FacturX.announce(writer);
        }
        document.open();
        layouts.in(invoice.language()).compose(invoice, document, writer);
        if (isFacturX) {
            FacturX.embed(invoice, writer);
        }
    }
}
