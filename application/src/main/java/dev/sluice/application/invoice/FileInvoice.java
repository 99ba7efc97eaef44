package dev.sluice.application.invoice;

import dev.sluice.domain.invoice.Invoice;
import dev.sluice.domain.invoice.InvoiceDocuments;
import dev.sluice.domain.invoice.InvoiceRenderer;
import dev.sluice.domain.invoice.PdfDocument;
import dev.sluice.domain.job.JobRun;
import java.util.Optional;

/** Draws an invoice's document and stores it, once. */
public final class FileInvoice {

    private final InvoiceRenderer renderer;
    private final InvoiceDocuments documents;

    public FileInvoice(InvoiceRenderer renderer, InvoiceDocuments documents) {
        this.renderer = renderer;
        this.documents = documents;
    }

    /** The invoice's stored document, drawn and stored now if there is none. Drawing holds no connection. */
    public Once<PdfDocument> file(Once<Invoice> issued, JobRun run) {
        Invoice invoice = issued.result();
        return (issued.first() ? Optional.<PdfDocument>empty() : documents.findByOrder(invoice.order()))
                .map(stored -> new Once<>(stored, false))
                .orElseGet(() -> fileAnew(invoice, run));
    }

    private Once<PdfDocument> fileAnew(Invoice invoice, JobRun run) {
        PdfDocument drawn = renderer.render(invoice);
        return run.inTransaction(() -> documents.storeIfAbsent(invoice.id(), drawn)
                ? new Once<>(drawn, true)
                : new Once<>(documents.findByOrder(invoice.order()).orElseThrow(), false));
    }
}
