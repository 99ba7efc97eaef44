package dev.sluice.adapters.documents;

import dev.sluice.domain.invoice.Invoice;
import dev.sluice.domain.invoice.InvoiceRenderer;
import dev.sluice.domain.invoice.PdfDocument;

/** Draws invoices with OpenPDF. */
final class OpenPdfInvoiceRenderer implements InvoiceRenderer {

    private final Layouts layouts;

    OpenPdfInvoiceRenderer(Layouts layouts) {
        this.layouts = layouts;
    }

    @Override
    public PdfDocument render(Invoice invoice) {
        return layouts.draw(invoice, layout -> drawing(invoice, layout).draw());
    }

    private static Drawing drawing(Invoice invoice, Layout layout) {
        return new Drawing(
                "invoice " + invoice.id().value(),
                invoice.format(),
                (document, writer) -> layout.compose(invoice, document, writer),
                () -> CrossIndustryInvoice.of(invoice));
    }
}
