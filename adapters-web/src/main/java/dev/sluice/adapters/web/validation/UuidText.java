package dev.sluice.adapters.web.validation;

import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;

/** The usual form of a UUID: 36 characters. {@link UUID#fromString} alone accepts others. */
public final class UuidText {

    private static final Pattern SHAPE = Pattern.compile("[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}");

    private UuidText() {}

    static boolean isValid(String text) {
        return SHAPE.matcher(text).matches();
    }

    /** The UUID that a text of this form says. */
    public static Optional<UUID> find(String text) {
        return isValid(text) ? Optional.of(UUID.fromString(text)) : Optional.empty();
    }

    /** @throws IllegalArgumentException if the text has another form */
    public static UUID parse(String text) {
        return find(text).orElseThrow(() -> new IllegalArgumentException("not a UUID in its usual form"));
    }
}
