package dev.sluice.domain.invoice;

/** Draws credit notes. Safe for use by many threads; takes milliseconds of processor time and holds no connection. */
@FunctionalInterface
public interface CreditNoteRenderer {

    /**
     * Draws the document of a credit note from what it and its invoice say and nothing else.
     *
     * @throws dev.sluice.domain.failure.FinalFailure if it cannot be drawn
     */
    PdfDocument render(CreditNote note);
}
