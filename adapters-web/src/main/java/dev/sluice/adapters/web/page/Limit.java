package dev.sluice.adapters.web.page;

import dev.sluice.domain.page.PageRequest;
import java.util.regex.Pattern;

/** How many items a page holds at most, as the parameter {@code limit} says it. */
public record Limit(int value) {

    /** Used where the parameter is missing. */
    public static final String DEFAULT = "20";

    private static final Pattern SHAPE = Pattern.compile("[0-9]{1,3}");

    public Limit {
        if (value < 1 || value > PageRequest.LARGEST) {
            throw new IllegalArgumentException("a page holds 1 to " + PageRequest.LARGEST + " items");
        }
    }

    public static Limit parse(String text) {
        if (!SHAPE.matcher(text).matches()) {
            throw new IllegalArgumentException("a limit is a number");
        }
        return new Limit(Integer.parseInt(text));
    }
}
