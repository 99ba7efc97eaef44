package dev.sluice.application.invoice;

import static java.util.stream.Collectors.toMap;

import dev.sluice.domain.invoice.Invoice;
import dev.sluice.domain.invoice.InvoiceDocuments;
import dev.sluice.domain.invoice.InvoiceId;
import dev.sluice.domain.invoice.InvoiceRenderer;
import dev.sluice.domain.invoice.PdfDocument;
import dev.sluice.domain.job.JobRun;
import dev.sluice.domain.job.SharedStep;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Draws an invoice's document and stores it, once. */
public final class FileInvoice {

    private final InvoiceRenderer renderer;
    private final InvoiceDocuments documents;
    private final SharedStep<Drawn, Once<PdfDocument>> storing = new SharedStep<>(this::store);

    public FileInvoice(InvoiceRenderer renderer, InvoiceDocuments documents) {
        this.renderer = renderer;
        this.documents = documents;
    }

    private record Drawn(Invoice invoice, PdfDocument document) {}

    /** The invoice's stored document, drawn and stored now if there is none. Drawing holds no connection. */
    public Once<PdfDocument> file(Once<Invoice> issued, JobRun run) {
        Invoice invoice = issued.result();
        return (issued.first() ? Optional.<PdfDocument>empty() : documents.findByOrder(invoice.order()))
                .map(stored -> new Once<>(stored, false))
                .orElseGet(() -> run.inTransaction(storing, new Drawn(invoice, renderer.render(invoice))));
    }

    private List<Once<PdfDocument>> store(List<Drawn> drawn) {
        Set<InvoiceId> stored = documents.storeAllIfAbsent(
                drawn.stream().collect(toMap(each -> each.invoice().id(), Drawn::document)));
        return drawn.stream()
                .map(each -> stored.contains(each.invoice().id())
                        ? new Once<>(each.document(), true)
                        : new Once<>(
                                documents.findByOrder(each.invoice().order()).orElseThrow(), false))
                .toList();
    }
}
