package dev.sluice.domain.privacy;

import java.util.regex.Pattern;

/**
 * Personal data in free text, as far as it shows by its form: e-mail addresses, and numbers as long as those of
 * telephones, bank accounts and payment cards. A net below the rule that such texts hold none.
 */
public final class PersonalData {

    private static final String MASK = "***";

    private static final Pattern EMAIL = Pattern.compile("[\\p{L}\\p{N}._%+'-]+@[\\p{L}\\p{N}.-]+");
    private static final Pattern IBAN =
            Pattern.compile("\\b[A-Z]{2}\\d{2}(?: ?[A-Z0-9]{4}){2,7}(?: ?[A-Z0-9]{1,3})?\\b");

    /** At least nine digits, but not those of an identifier, a time or a place in the code. */
    private static final Pattern NUMBER = Pattern.compile("(?<![\\w.:-])\\+?\\(?\\d(?:[ ()/-]{0,2}\\d){8,}(?![\\w-])");

    private PersonalData() {}

    /** The text without it. */
    public static String masked(String text) {
        String addressed = EMAIL.matcher(text).replaceAll(MASK);
        String banked = IBAN.matcher(addressed).replaceAll(MASK);
        return NUMBER.matcher(banked).replaceAll(MASK);
    }
}
