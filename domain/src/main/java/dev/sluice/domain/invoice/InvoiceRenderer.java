package dev.sluice.domain.invoice;

/** Draws invoices. Safe for use by many threads; takes milliseconds of processor time and holds no connection. */
@FunctionalInterface
public interface InvoiceRenderer {

    /**
     * Draws the document of an invoice from what the invoice says and nothing else.
     *
     * @throws dev.sluice.domain.failure.FinalFailure if it cannot be drawn
     */
    PdfDocument render(Invoice invoice);
}
