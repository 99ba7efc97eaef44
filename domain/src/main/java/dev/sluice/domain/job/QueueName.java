package dev.sluice.domain.job;

import java.util.regex.Pattern;

/**
 * The name of a queue.
 *
 * @param value lower-case letters, digits and hyphens
 */
public record QueueName(String value) {

    private static final Pattern SHAPE = Pattern.compile("[a-z][a-z0-9-]{0,62}");

    public QueueName {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("a queue is named by lower-case letters, digits and hyphens: " + value);
        }
    }
}
