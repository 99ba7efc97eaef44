package dev.sluice.local.console;

import java.util.Map;

/** The colours of the output: plain text where colours are not wanted. */
enum Paint {
    BOLD("1"),
    FAINT("2"),
    RED("31"),
    GREEN("32");

    private final String code;

    Paint(String code) {
        this.code = code;
    }

    String on(String text, boolean wanted) {
        return wanted ? "\u001b[" + code + "m" + text + "\u001b[0m" : text;
    }

    /** Colours are for terminals, and for those only that have not refused them (no-color.org). */
    static boolean wanted(boolean terminal, Map<String, String> environment) {
        return terminal && environment.getOrDefault("NO_COLOR", "").isEmpty();
    }
}
