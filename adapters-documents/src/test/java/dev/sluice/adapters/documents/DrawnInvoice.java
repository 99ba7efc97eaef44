package dev.sluice.adapters.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.invoice.PdfDocument;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.openpdf.text.pdf.PRStream;
import org.openpdf.text.pdf.PdfArray;
import org.openpdf.text.pdf.PdfDictionary;
import org.openpdf.text.pdf.PdfName;
import org.openpdf.text.pdf.PdfReader;
import org.openpdf.text.pdf.parser.PdfTextExtractor;

/** What a reader program finds in an invoice. */
final class DrawnInvoice {

    private final PdfReader reader;

    private DrawnInvoice(PdfReader reader) {
        this.reader = reader;
    }

    static DrawnInvoice of(PdfDocument document) {
        try {
            return new DrawnInvoice(new PdfReader(document.bytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int pages() {
        return reader.getNumberOfPages();
    }

    String text() {
        return IntStream.rangeClosed(1, pages()).mapToObj(this::text).collect(Collectors.joining("\n"));
    }

    /** The text of a page, all of its spaces plain and single. */
    String text(int page) {
        try {
            return new PdfTextExtractor(reader).getTextFromPage(page).replaceAll("\\h+", " ");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Map<String, String> metadata() {
        return reader.getInfo();
    }

    /** The names of the fonts on the first page; those that it carries have a tag in front. */
    Set<String> fonts() {
        PdfDictionary fonts = reader.getPageN(1).getAsDict(PdfName.RESOURCES).getAsDict(PdfName.FONT);
        return fonts.getKeys().stream()
                .map(name -> PdfName.decodeName(
                        fonts.getAsDict(name).getAsName(PdfName.BASEFONT).toString()))
                .collect(Collectors.toSet());
    }

    /** The bytes of an embedded file. */
    byte[] attachment(String name) {
        PdfDictionary files = reader.getCatalog().getAsDict(PdfName.NAMES).getAsDict(PdfName.EMBEDDEDFILES);
        PdfArray names = files.getAsArray(PdfName.NAMES);
        assertThat(names.getAsString(0).toUnicodeString()).isEqualTo(name);
        PdfDictionary file = names.getAsDict(1).getAsDict(PdfName.EF);
        try {
            return PdfReader.getStreamBytes((PRStream) file.getAsStream(PdfName.F));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    String language() {
        return reader.getCatalog().getAsString(PdfName.LANG).toUnicodeString();
    }
}
