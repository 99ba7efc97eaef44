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

    private static final Pattern SHAPE = Pattern.compile("[\\x21-\\x7e]{1,255}");

    public IdempotencyKey {
        if (!isValid(value)) {
            throw new IllegalArgumentException("an idempotency key has 1 to 255 visible ASCII characters");
        }
    }

    public static boolean isValid(String value) {
        return SHAPE.matcher(value).matches();
    }
}
