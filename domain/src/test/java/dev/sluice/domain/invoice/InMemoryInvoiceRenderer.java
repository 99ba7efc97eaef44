package dev.sluice.domain.invoice;

import java.nio.charset.StandardCharsets;

/** A renderer whose documents hold the number and nothing that a reader would show. */
public final class InMemoryInvoiceRenderer implements InvoiceRenderer {

    @Override
    public PdfDocument render(Invoice invoice) {
        String text = "%PDF-1.7\n%" + invoice.number().text() + "\n%%EOF\n";
        return new PdfDocument(text.getBytes(StandardCharsets.US_ASCII));
    }
}
