package dev.sluice.domain.party;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * An e-mail address, personal data: {@link #toString()} masks it.
 *
 * @param value the address, at most 254 characters, without white space or control characters
 */
public record EmailAddress(String value) {

    public static final int LONGEST = 254;
    private static final Pattern SHAPE = Pattern.compile("[\\x21-\\x7e&&[^@<>,;:\"()\\[\\]\\\\]]{1,64}@"
            + "[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)+");

    /** By RFC 2606 nobody ever has an address in it. */
    private static final String NOWHERE = "@erased.invalid";

    public EmailAddress {
        if (!isValid(value)) {
            throw new IllegalArgumentException("not an e-mail address");
        }
    }

    public static boolean isValid(String value) {
        return value.length() <= LONGEST && SHAPE.matcher(value).matches();
    }

    /** Takes the place of the address of somebody who is erased. */
    public static EmailAddress pseudonym(UUID pseudonym) {
        return new EmailAddress(pseudonym + NOWHERE);
    }

    public boolean isPseudonym() {
        return value.endsWith(NOWHERE);
    }

    @Override
    public String toString() {
        return "***@***";
    }
}
