package dev.sluice.adapters.documents;

import dev.sluice.domain.invoice.Invoice;
import dev.sluice.domain.language.Language;
import org.openpdf.text.Document;
import org.openpdf.text.pdf.PdfWriter;

/** The parts of an invoice in one language, from head to foot. Safe for use by many threads. */
final class Layout {

    private final Typesetter type;
    private final Writing writing;
    private final LetterHead head;
    private final LineTable lines;
    private final Summary summary;

    Layout(Typesetter type, Language language) {
        this.type = type;
        this.writing = new Writing(language);
        this.head = new LetterHead(type, writing);
        this.lines = new LineTable(type, writing);
        this.summary = new Summary(type, writing);
    }

    void compose(Invoice invoice, Document document, PdfWriter writer) {
        writer.setPageEvent(new PageFooter(type, writing, footer(invoice)));
        Metadata.write(invoice, writing, writer);
        document.add(head.title(invoice));
        document.add(head.parties(invoice));
        document.add(head.facts(invoice));
        document.add(lines.of(invoice));
        document.add(summary.of(invoice));
    }

    private static String footer(Invoice invoice) {
        return invoice.number().text() + "  ·  " + invoice.parties().seller().legalName();
    }
}
