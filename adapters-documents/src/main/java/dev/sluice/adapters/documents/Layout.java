package dev.sluice.adapters.documents;

import dev.sluice.domain.invoice.CreditNote;
import dev.sluice.domain.invoice.Invoice;
import dev.sluice.domain.language.Language;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openpdf.text.Document;
import org.openpdf.text.pdf.PdfWriter;

/** The parts of invoices and credit notes in one language, from head to foot. Safe for use by many threads. */
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
        writer.setPageEvent(
                new PageFooter(type, writing, footer(invoice.number().text(), invoice)));
        Metadata.write(invoice, writing, writer);
        document.add(head.title(invoice));
        document.add(head.parties(invoice));
        document.add(head.facts(invoice));
        document.add(lines.of(invoice));
        document.add(summary.of(invoice));
    }

    /** Like its invoice, with another head and all amounts negative. */
    void compose(CreditNote note, Document document, PdfWriter writer) {
        Invoice credited = credited(note);
        writer.setPageEvent(new PageFooter(type, writing, footer(note.number().text(), credited)));
        Metadata.write(note, writing, writer);
        document.add(head.title(note));
        document.add(head.parties(credited));
        document.add(head.facts(note));
        document.add(lines.of(credited));
        document.add(summary.of(credited));
    }

    /** What the invoice says, with the reason before its remark. */
    private static Invoice credited(CreditNote note) {
        Invoice invoice = note.invoice();
        String remark = Stream.of(note.reason(), invoice.note())
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" "));
        return new Invoice(
                invoice.id(),
                invoice.number(),
                invoice.order(),
                invoice.dates(),
                invoice.parties(),
                note.contents(),
                remark);
    }

    private static String footer(String number, Invoice invoice) {
        return number + "  ·  " + invoice.parties().seller().legalName();
    }
}
