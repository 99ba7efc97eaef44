package dev.sluice.adapters.documents;

import java.text.Normalizer;
import java.util.stream.IntStream;
import org.openpdf.text.pdf.BaseFont;

/**
 * Makes text fit to be set in a font: one line of composed characters, without control and formatting characters (a
 * reversed line could make an invoice say something else), a box in place of each character that the font cannot show, and
 * a space as wide as others in place of a narrow one.
 */
final class PrintableText {

    private static final int BOX = '\u25a1';
    private static final int NO_BREAK_SPACE = '\u00a0';
    private static final int NARROW_NO_BREAK_SPACE = '\u202f';

    private PrintableText() {}

    static String of(String text, BaseFont font) {
        return isPlain(text)
                ? text
                : string(visible(text)
                        .codePoints()
                        .map(character -> font.charExists(character) ? character : standIn(character)));
    }

    /** Whether it is all printable ASCII, as most of an invoice is: each font shows it as it stands. */
    private static boolean isPlain(String text) {
        for (int index = 0; index < text.length(); index++) {
            if (text.charAt(index) < ' ' || text.charAt(index) > '~') {
                return false;
            }
        }
        return true;
    }

    private static int standIn(int character) {
        return character == NARROW_NO_BREAK_SPACE ? NO_BREAK_SPACE : BOX;
    }

    /** Whether a font can show all that is visible of a text, but for the width of a space. */
    static boolean isShown(String text, BaseFont font) {
        // By halves of characters: OpenPDF takes those beyond the first 65,536 for others where a font is not
        // Unicode's.
        return isPlain(text)
                || visible(text).chars().allMatch(half -> half == NARROW_NO_BREAK_SPACE || font.charExists(half));
    }

    /** The text as it can be shown in a font that has all characters. */
    static String visible(String text) {
        return string(Normalizer.normalize(text, Normalizer.Form.NFC)
                .codePoints()
                .map(PrintableText::withoutLineBreaks)
                .filter(PrintableText::isVisible));
    }

    private static String string(IntStream characters) {
        return characters
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static int withoutLineBreaks(int character) {
        return Character.isWhitespace(character) ? ' ' : character;
    }

    private static boolean isVisible(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.FORMAT, Character.SURROGATE, Character.UNASSIGNED -> false;
            default -> true;
        };
    }
}
