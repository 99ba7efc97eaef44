package dev.sluice.adapters.documents;

import dev.sluice.domain.invoice.Invoice;
import dev.sluice.domain.language.Word;
import java.nio.ByteBuffer;
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

/** Tells a reader program about an invoice. All of it comes from the invoice: drawn again it has the same bytes. */
final class Metadata {

    private Metadata() {}

    static void write(Invoice invoice, Writing writing, PdfWriter writer) {
        PdfDictionary info = writer.getInfo();
        info.put(
                PdfName.TITLE,
                text(writing.word(Word.INVOICE) + " " + invoice.number().text()));
        info.put(PdfName.AUTHOR, text(invoice.parties().seller().legalName()));
        info.put(PdfName.CREATIONDATE, dayOfIssue(invoice));
        info.put(PdfName.FILEID, fileId(invoice.id().value()));
        writer.getExtraCatalog().put(PdfName.LANG, new PdfString(writing.tag()));
        writer.addViewerPreference(PdfName.DISPLAYDOCTITLE, PdfBoolean.PDFTRUE);
    }

    private static PdfString text(String text) {
        return new PdfString(text, PdfObject.TEXT_UNICODE);
    }

    private static PdfDate dayOfIssue(Invoice invoice) {
        return new PdfDate(GregorianCalendar.from(invoice.dates().issuedOn().atStartOfDay(ZoneOffset.UTC)));
    }

    private static PdfObject fileId(UUID id) {
        byte[] bytes = ByteBuffer.allocate(16)
                .putLong(id.getMostSignificantBits())
                .putLong(id.getLeastSignificantBits())
                .array();
        return PdfEncryption.createInfoId(bytes, bytes);
    }
}
