package dev.sluice.adapters.documents;

import dev.sluice.domain.invoice.CreditNote;
import dev.sluice.domain.invoice.CreditNoteRenderer;
import dev.sluice.domain.invoice.PdfDocument;

/** Draws credit notes with OpenPDF: like their invoices, with another head and all amounts negative. */
final class OpenPdfCreditNoteRenderer implements CreditNoteRenderer {

    private final Layouts layouts;

    OpenPdfCreditNoteRenderer(Layouts layouts) {
        this.layouts = layouts;
    }

    @Override
    public PdfDocument render(CreditNote note) {
        return layouts.draw(note.invoice(), layout -> drawing(note, layout).draw());
    }

    private static Drawing drawing(CreditNote note, Layout layout) {
        return new Drawing(
                "credit note " + note.id().value(),
                note.invoice().format(),
                (document, writer) -> layout.compose(note, document, writer),
                () -> CrossIndustryInvoice.of(note));
    }
}
