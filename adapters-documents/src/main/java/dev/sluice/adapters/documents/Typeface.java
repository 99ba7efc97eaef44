package dev.sluice.adapters.documents;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.zip.Deflater;
import org.openpdf.text.pdf.BaseFont;

/**
 * The two weights that an invoice is set in. Loaded once; safe for use by many threads.
 *
 * @param lastResort whether it shows a box for what it lacks, as there is no other to turn to
 */
record Typeface(BaseFont regular, BaseFont bold, boolean lastResort) {

    /**
     * Helvetica, which each reader program has or knows a stand-in for: a document carries nothing of it. It has the
     * letters of Western Europe.
     */
    static Typeface builtIn() {
        return new Typeface(builtIn(BaseFont.HELVETICA), builtIn(BaseFont.HELVETICA_BOLD), false);
    }

    private static BaseFont builtIn(String name) {
        try {
            return BaseFont.createFont(name, BaseFont.WINANSI, BaseFont.NOT_EMBEDDED);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Liberation Sans, whose letters are as wide as Helvetica's and cover every official language of the Union. A document
     * carries the glyphs that it uses, 15 KB or so for each weight, packed fast rather than small.
     */
    static Typeface embedded() {
        return new Typeface(embedded("LiberationSans-Regular.ttf"), embedded("LiberationSans-Bold.ttf"), true);
    }

    private static BaseFont embedded(String file) {
        try {
            BaseFont font = BaseFont.createFont(
                    file, BaseFont.IDENTITY_H, BaseFont.EMBEDDED, BaseFont.NOT_CACHED, bytes(file), null);
            font.setSubset(true);
            // PDF/A wants it complete or absent, and readers need it no more.
            font.setIncludeCidSet(false);
            font.setCompressionLevel(Deflater.BEST_SPEED);
            font.setSecureRandom(new SameSubsetTag());
            return font;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] bytes(String file) throws IOException {
        try (InputStream resource = BaseFont.class.getResourceAsStream("/liberation/" + file)) {
            return Objects.requireNonNull(resource, file).readAllBytes();
        }
    }
}
