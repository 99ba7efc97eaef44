package dev.sluice.adapters.documents;

import dev.sluice.domain.invoice.Invoice;
import dev.sluice.domain.invoice.PdfDocument;
import dev.sluice.domain.language.Language;
import dev.sluice.domain.party.InvoiceFormat;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;

/** The layouts of all languages, in either typeface. Safe for use by many threads. */
final class Layouts {

    private final Map<Language, Layout> builtIn = layouts(Typeface.builtIn());
    private final Map<Language, Layout> embedded = layouts(Typeface.embedded());

    private static Map<Language, Layout> layouts(Typeface typeface) {
        Typesetter type = new Typesetter(typeface);
        Map<Language, Layout> layouts = new EnumMap<>(Language.class);
        for (Language language : Language.values()) {
            layouts.put(language, new Layout(type, language));
        }
        return layouts;
    }

    /** Draws an invoice, or its credit note: in its language, and all of it in the smaller typeface that shows it. */
    PdfDocument draw(Invoice invoice, Function<Layout, PdfDocument> drawing) {
        // PDF/A has each document carry all that it is set in.
        if (invoice.format() != InvoiceFormat.FACTUR_X) {
            try {
                return drawing.apply(in(invoice.language(), builtIn));
            } catch (LackingLettersException drawAnew) {
                return drawing.apply(in(invoice.language(), embedded));
            }
        }
        return drawing.apply(in(invoice.language(), embedded));
    }

    private static Layout in(Language language, Map<Language, Layout> layouts) {
        return Objects.requireNonNull(layouts.get(language));
    }
}
