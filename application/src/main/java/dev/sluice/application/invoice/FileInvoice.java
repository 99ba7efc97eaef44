package dev.sluice.application.invoice;

import dev.sluice.domain.invoice.Invoice;
import dev.sluice.domain.invoice.InvoiceDocuments;
import dev.sluice.domain.invoice.InvoiceRenderer;
import dev.sluice.domain.invoice.PdfDocument;
import dev.sluice.domain.job.JobRun;

/** Draws an invoice's document and stores it, once. */
public final class FileInvoice {

    private final InvoiceRenderer renderer;
    private final InvoiceDocuments documents;

    public FileInvoice(InvoiceRenderer renderer, InvoiceDocuments documents) {
        this.renderer = renderer;
        this.documents = documents;
    }

    /** The invoice's stored document, drawn and stored now if there is none. Drawing holds no connection. */
    public PdfDocument file(Invoice invoice, JobRun run) {
        return documents.findByOrder(invoice.order()).orElseGet(() -> fileAnew(invoice, run));
    }

    private PdfDocument fileAnew(Invoice invoice, JobRun run) {
        PdfDocument drawn = renderer.render(invoice);
        return run.inTransaction(() -> documents.storeIfAbsent(invoice.id(), drawn)
                ? drawn
                : documents.findByOrder(invoice.order()).orElseThrow());
    }
}
