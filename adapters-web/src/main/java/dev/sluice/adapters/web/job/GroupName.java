package dev.sluice.adapters.web.job;

import dev.sluice.domain.job.GroupKey;
import java.util.regex.Pattern;

/** A group of jobs, as the parameter {@code group} says it. */
public record GroupName(String value) {

    /** Neither control characters nor halves of surrogate pairs, which PostgreSQL cannot hold. */
    public static final String SHAPE = "[^\\p{Cc}\\p{Cs}]{1,100}";

    private static final Pattern PATTERN = Pattern.compile(SHAPE);

    public static GroupName parse(String text) {
        if (!PATTERN.matcher(text).matches()) {
            throw new IllegalArgumentException("a group is named by 1 to 100 characters");
        }
        return new GroupName(text);
    }

    GroupKey key() {
        return new GroupKey(value);
    }
}
