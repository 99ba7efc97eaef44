package dev.sluice.domain.invoice;

import java.nio.charset.StandardCharsets;

/** A renderer whose documents hold the number and nothing that a reader would show. */
public final class InMemoryCreditNoteRenderer implements CreditNoteRenderer {

    @Override
    public PdfDocument render(CreditNote note) {
        String text = "%PDF-1.7\n%" + note.number().text() + "\n%%EOF\n";
        return new PdfDocument(text.getBytes(StandardCharsets.US_ASCII));
    }
}
