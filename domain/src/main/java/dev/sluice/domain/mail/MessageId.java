package dev.sluice.domain.mail;

import java.util.regex.Pattern;

/**
 * The Message-ID of an e-mail, without angle brackets. The same e-mail always has the same one, so that it can be told
 * apart from a second one.
 */
public record MessageId(String value) {

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9.-]{1,120}@[A-Za-z0-9.-]{1,120}");

    public MessageId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a Message-ID: " + value);
        }
    }
}
