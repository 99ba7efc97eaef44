package dev.sluice.adapters.web.job;

import java.util.regex.Pattern;

/** The name of a job type, as the parameter {@code type} says it. */
public record TypeName(String value) {

    /** Queues are named alike. */
    public static final String SHAPE = "[a-z][a-z0-9-]{0,62}";

    private static final Pattern PATTERN = Pattern.compile(SHAPE);

    public static TypeName parse(String text) {
        if (!PATTERN.matcher(text).matches()) {
            throw new IllegalArgumentException("a job type is named by lower-case letters, digits and hyphens");
        }
        return new TypeName(text);
    }
}
