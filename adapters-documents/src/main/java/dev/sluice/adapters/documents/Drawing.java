package dev.sluice.adapters.documents;

import dev.sluice.domain.failure.FinalFailure;
import dev.sluice.domain.invoice.PdfDocument;
import dev.sluice.domain.party.InvoiceFormat;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import org.openpdf.text.Document;
import org.openpdf.text.DocumentException;
import org.openpdf.text.ExceptionConverter;
import org.openpdf.text.PageSize;
import org.openpdf.text.pdf.PdfWriter;

/**
 * A document that is drawn on A4.
 *
 * @param name for a failure, without personal data
 * @param content adds all that is to be seen
 * @param xml the same for a program, where the format asks for it
 */
record Drawing(String name, InvoiceFormat format, BiConsumer<Document, PdfWriter> content, Supplier<byte[]> xml) {

    private static final float SIDE = 56;
    private static final float TOP = 56;
    private static final float BOTTOM = 72;
    private static final int USUAL_SIZE = 4 * 1024;

    /** @throws FinalFailure if it cannot be drawn */
    PdfDocument draw() {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(USUAL_SIZE);
        try (Document document = new Document(PageSize.A4, SIDE, SIDE, TOP, BOTTOM)) {
            compose(document, PdfWriter.getInstance(document, bytes));
        } catch (IOException | DocumentException | ExceptionConverter e) {
            throw new FinalFailure(name + " cannot be drawn", e);
        }
        return new PdfDocument(bytes.toByteArray());
    }

    private void compose(Document document, PdfWriter writer) throws IOException {
        boolean isFacturX = format == InvoiceFormat.FACTUR_X;
        if (isFacturX) {
            FacturX.announce(writer);
        }
        document.open();
        content.accept(document, writer);
        if (isFacturX) {
            FacturX.embed(xml.get(), writer);
        }
    }
}
