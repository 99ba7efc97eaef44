package dev.sluice.domain.language;

import java.util.Locale;
import java.util.Optional;

/** A language that a buyer may be written to in. */
public enum Language {
    ENGLISH("en", Locale.UK),
    GERMAN("de", Locale.GERMANY),
    FRENCH("fr", Locale.FRANCE);

    /** The language of whoever has named none. */
    public static final Language DEFAULT = ENGLISH;

    private final String tag;
    private final Locale locale;

    Language(String tag, Locale locale) {
        this.tag = tag;
        this.locale = locale;
    }

    /** The language with this tag, in small letters and without subtags. */
    public static Optional<Language> find(String tag) {
        return switch (tag) {
            case "en" -> Optional.of(ENGLISH);
            case "de" -> Optional.of(GERMAN);
            case "fr" -> Optional.of(FRENCH);
            default -> Optional.empty();
        };
    }

    /** @throws IllegalArgumentException if there is no language with this tag */
    public static Language of(String tag) {
        return find(tag)
                .orElseThrow(() -> new IllegalArgumentException("not the tag of a language that is spoken here"));
    }

    /** The language's primary tag of BCP 47. */
    public String tag() {
        return tag;
    }

    /** How numbers, dates and countries are written in this language. */
    public Locale locale() {
        return locale;
    }
}
