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
        Layout layout = layouts.in(invoice.language());
        return new Drawing(
                        "invoice " + invoice.id().value(),
                        invoice.format(),
                        (document, writer) -> layout.compose(invoice, document, writer),
                        () -> CrossIndustryInvoice.of(invoice))
                .draw();
    }
}
