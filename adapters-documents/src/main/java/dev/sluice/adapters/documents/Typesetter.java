package dev.sluice.adapters.documents;

import java.awt.Color;
import org.openpdf.text.Font;
import org.openpdf.text.Phrase;
import org.openpdf.text.pdf.BaseFont;

/** The kinds of text that an invoice has: sets each in its font, size and colour. */
final class Typesetter {

    private final Typeface typeface;

    Typesetter(Typeface typeface) {
        this.typeface = typeface;
    }

    /** The word that names the document. */
    Phrase headline(String text) {
        return phrase(text, typeface.bold(), 24, Ink.ACCENT);
    }

    /** A name that stands out, such as the seller's. */
    Phrase name(String text) {
        return phrase(text, typeface.bold(), 12, Ink.TEXT);
    }

    Phrase body(String text) {
        return phrase(text, typeface.regular(), 9.5f, Ink.TEXT);
    }

    Phrase strong(String text) {
        return phrase(text, typeface.bold(), 9.5f, Ink.TEXT);
    }

    /** The sum that the buyer looks for. */
    Phrase total(String text) {
        return phrase(text, typeface.bold(), 12.5f, Ink.ACCENT);
    }

    /** The title of a field or a column. */
    Phrase label(String text) {
        return phrase(text, typeface.regular(), 8, Ink.MUTED);
    }

    Phrase small(String text) {
        return phrase(text, typeface.regular(), 8, Ink.TEXT);
    }

    private Phrase phrase(String text, BaseFont font, float size, Color colour) {
        if (!typeface.lastResort() && !PrintableText.isShown(text, font)) {
            throw new LackingLettersException();
        }
        return new Phrase(PrintableText.of(text, font), new Font(font, size, Font.NORMAL, colour));
    }
}
