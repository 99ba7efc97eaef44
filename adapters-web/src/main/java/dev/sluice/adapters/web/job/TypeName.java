package dev.sluice.adapters.web.job;

import java.util.regex.Pattern;

/** The name of a job type, as the parameter {@code type} says it. */
public record TypeName(String value) {

    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z-]{0,62}");

    public static TypeName parse(String text) {
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("a job type is named by lower-case letters and hyphens");
        }
        return new TypeName(text);
    }
}
