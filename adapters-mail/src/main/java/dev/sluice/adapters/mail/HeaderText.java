package dev.sluice.adapters.mail;

import java.util.regex.Pattern;

/** Makes text fit for a header: a line break in a name or a subject must not begin another header. */
final class HeaderText {

    private static final Pattern BREAKS = Pattern.compile("[\\p{Cntrl}\\p{Zl}\\p{Zp}\\x{80}-\\x{9f}]+");

    private HeaderText() {}

    static String of(String text) {
        return BREAKS.matcher(text).replaceAll(" ").strip();
    }
}
