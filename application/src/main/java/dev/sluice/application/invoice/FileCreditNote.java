package dev.sluice.application.invoice;

import dev.sluice.domain.invoice.CreditNote;
import dev.sluice.domain.invoice.CreditNoteDocuments;
import dev.sluice.domain.invoice.CreditNoteRenderer;
import dev.sluice.domain.invoice.PdfDocument;
import dev.sluice.domain.job.JobRun;

/** Draws a credit note's document and stores it, once. */
public final class FileCreditNote {

    private final CreditNoteRenderer renderer;
    private final CreditNoteDocuments documents;

    public FileCreditNote(CreditNoteRenderer renderer, CreditNoteDocuments documents) {
        this.renderer = renderer;
        this.documents = documents;
    }

    /** The credit note's stored document, drawn and stored now if there is none. Drawing holds no connection. */
    public PdfDocument file(CreditNote note, JobRun run) {
        return documents.findByOrder(note.invoice().order()).orElseGet(() -> fileAnew(note, run));
    }

    private PdfDocument fileAnew(CreditNote note, JobRun run) {
        PdfDocument drawn = renderer.render(note);
        return run.inTransaction(() -> documents.storeIfAbsent(note.id(), drawn)
                ? drawn
                : documents.findByOrder(note.invoice().order()).orElseThrow());
    }
}
