package dev.sluice.adapters.documents;

import java.text.Normalizer;
import java.util.stream.IntStream;
import org.openpdf.text.pdf.BaseFont;

/**
 * Makes text fit to be set in a font: one line of composed characters, without control and formatting characters (a
 * reversed line could make an invoice say something else), a box in place of each character that the font cannot show.
 */
final class PrintableText {

    private static final int BOX = '\u25a1';
    private static final int NO_BREAK_SPACE = '\u00a0';
    private static final int NARROW_NO_BREAK_SPACE = '\u202f';

    private PrintableText() {}

    static String of(String text, BaseFont font) {
        return string(visible(text).codePoints().map(character -> font.charExists(character) ? character : BOX));
    }

    /** Whether a font can show all that is visible of a text. */
    static boolean isShown(String text, BaseFont font) {
        // By halves of characters: OpenPDF takes those beyond the first 65,536 for others where a font is not
        // Unicode's.
        return visible(text).chars().allMatch(font::charExists);
    }

    /** The text as it can be shown in a font that has all characters. */
    static String visible(String text) {
        return string(Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .map(PrintableText::space)
                .filter(PrintableText::isVisible));
    }

    private static String string(IntStream characters) {
        return characters
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    /** No line breaks, and the only space that keeps words together in fonts of any kind. */
    private static int space(int character) {
        if (character == NARROW_NO_BREAK_SPACE) {
            return NO_BREAK_SPACE;
        }
        return Character.isWhitespace(character) ? ' ' : character;
    }

    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
