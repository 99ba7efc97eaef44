package dev.sluice.adapters.documents;

import dev.sluice.domain.language.Language;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;

/** The layouts of all languages. Safe for use by many threads. */
final class Layouts {

    private final Map<Language, Layout> layouts = new EnumMap<>(Language.class);

    Layouts(Typeface typeface) {
        Typesetter type = new Typesetter(typeface);
        for (Language language : Language.values()) {
            layouts.put(language, new Layout(type, language));
        }
    }

    Layout in(Language language) {
        return Objects.requireNonNull(layouts.get(language));
    }
}
