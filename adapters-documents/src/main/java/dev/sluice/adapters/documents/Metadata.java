package dev.sluice.adapters.documents;

import dev.sluice.domain.invoice.CreditNote;
import dev.sluice.domain.invoice.Invoice;
import dev.sluice.domain.language.Word;
import java.nio.ByteBuffer;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.GregorianCalendar;
import java.util.UUID;
import org.openpdf.text.pdf.PdfBoolean;
import org.openpdf.text.pdf.PdfDate;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfEncryption;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfObject;
import org.openpdf.text.pdf.PdfString;
import org.openpdf.text.pdf.PdfWriter;

/** Tells a reader program about an invoice or a credit note. All of it comes from them: drawn again it has the same bytes. */
final class Metadata {

    private Metadata() {}

    static void write(Invoice invoice, Writing writing, PdfWriter writer) {
        identify(invoice.id().value(), invoice.dates().issuedOn(), writer);
        write(writing.word(Word.INVOICE) + " " + invoice.number().text(), invoice, writing, writer);
    }

    static void write(CreditNote note, Writing writing, PdfWriter writer) {
        identify(note.id().value(), note.issuedOn(), writer);
        write(writing.word(Word.CREDIT_NOTE) + " " + note.number().text(), note.invoice(), writing, writer);
    }

    private static void identify(UUID id, LocalDate issuedOn, PdfWriter writer) {
        PdfDictionary info = writer.getInfo();
        info.put(PdfName.CREATIONDATE, dayOfIssue(issuedOn));
        info.put(PdfName.FILEID, fileId(id));
    }

    private static void write(String title, Invoice invoice, Writing writing, PdfWriter writer) {
        PdfDictionary info = writer.getInfo();
        info.put(PdfName.TITLE, text(title));
        info.put(PdfName.AUTHOR, text(invoice.parties().seller().legalName()));
        writer.getExtraCatalog().put(PdfName.LANG, new PdfString(writing.tag()));
        writer.addViewerPreference(PdfName.DISPLAYDOCTITLE, PdfBoolean.PDFTRUE);
    }

    private static PdfString text(String text) {
        return new PdfString(text, PdfObject.TEXT_UNICODE);
    }

    private static PdfDate dayOfIssue(LocalDate issuedOn) {
        return new PdfDate(GregorianCalendar.from(issuedOn.atStartOfDay(ZoneOffset.UTC)));
    }

    private static PdfObject fileId(UUID id) {
        byte[] bytes = ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        return PdfEncryption.createInfoId(bytes, bytes);
    }
}
