package dev.sluice.domain.idempotency;

import java.util.regex.Pattern;

/**
 * The client's name for one intended effect, after the IETF draft of the Idempotency-Key header.
 *
 * @param principal whose key it is: two callers may choose the same value
 * @param operation what the key belongs to: the same value may name effects of different operations
 * @param value 1 to 255 visible ASCII characters
 */
public record IdempotencyKey(String principal, String operation, String value) {

    /** What a value looks like: 1 to 255 visible characters of ASCII. */
    public static final String SHAPE = "[\\x21-\\x7e]{1,255}";

    private static final Pattern VALUES = Pattern.compile(SHAPE);

    public IdempotencyKey {
        if (!isValid(value)) {
            throw new IllegalArgumentException("an idempotency key has 1 to 255 visible ASCII characters");
        }
    }

    public static boolean isValid(String value) {
        return VALUES.matcher(value).matches();
    }
}
