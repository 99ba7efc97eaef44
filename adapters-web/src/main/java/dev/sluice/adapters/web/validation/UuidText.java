package dev.sluice.adapters.web.validation;

import java.util.UUID;
import java.util.regex.Pattern;

/** The usual form of a UUID: 36 characters. {@link UUID#fromString} alone accepts others. */
public final class UuidText {

    private static final Pattern SHAPE = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private UuidText() {}

    static boolean isValid(String text) {
        return SHAPE.matcher(text).matches();
    }

    /** @throws IllegalArgumentException if the text has another form */
    public static UUID parse(String text) {
        if (!isValid(text)) {
            throw new IllegalArgumentException("not a UUID in its usual form");
        }
        return UUID.fromString(text);
    }
}
