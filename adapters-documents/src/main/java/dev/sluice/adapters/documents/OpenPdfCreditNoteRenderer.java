package dev.sluice.adapters.documents;

import static dev.sluice.adapters.documents.OpenPdfInvoiceRenderer.BOTTOM;
import static dev.sluice.adapters.documents.OpenPdfInvoiceRenderer.SIDE;
import static dev.sluice.adapters.documents.OpenPdfInvoiceRenderer.TOP;
import static dev.sluice.adapters.documents.OpenPdfInvoiceRenderer.USUAL_SIZE;

import dev.sluice.domain.failure.FinalFailure;
import dev.sluice.domain.invoice.CreditNote;
import dev.sluice.domain.invoice.CreditNoteRenderer;
import dev.sluice.domain.invoice.Invoice;
import dev.sluice.domain.invoice.PdfDocument;
import java.io.ByteArrayOutputStream;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openpdf.text.Document;
import org.openpdf.text.DocumentException;
import org.openpdf.text.ExceptionConverter;
import org.openpdf.text.PageSize;
import org.openpdf.text.pdf.PdfWriter;

/** Draws credit notes on A4 with OpenPDF: like their invoices, with another head and all amounts negative. */
final class OpenPdfCreditNoteRenderer implements CreditNoteRenderer {

    private final Typesetter type;
    private final LetterHead head;
    private final LineTable lines;
    private final Summary summary;

    OpenPdfCreditNoteRenderer(Typeface typeface) {
        this.type = new Typesetter(typeface);
        this.head = new LetterHead(type);
        this.lines = new LineTable(type);
        this.summary = new Summary(type);
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
            writer.setPageEvent(new PageFooter(type, footer(note)));
            Metadata.write(note, writer);
            compose(note, credited(note), document);
        }
        return bytes.toByteArray();
    }

    private void compose(CreditNote note, Invoice credited, Document document) {
        document.add(head.title(note));
        document.add(head.parties(credited));
        document.add(head.facts(note));
        document.add(lines.of(credited));
        document.add(summary.of(credited));
    }

    /** What the invoice says, with all amounts negative and the reason before its remark. */
    private static Invoice credited(CreditNote note) {
        Invoice invoice = note.invoice();
        String remark = Stream.of(note.reason(), invoice.note())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
        return new Invoice(
                invoice.id(),
                invoice.number(),
                invoice.order(),
                invoice.dates(),
                invoice.parties(),
                note.contents(),
                remark);
    }

    private static String footer(CreditNote note) {
        return note.number().text() + "  ·  "
                + note.invoice().parties().seller().legalName();
    }
}
