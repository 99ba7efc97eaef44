package dev.sluice.domain.mail;

import java.util.UUID;
import java.util.regex.Pattern;

/**
 * The Message-ID of an e-mail, without angle brackets. The same e-mail always has the same one, so that it can be told
 * apart from a second one.
 */
public record MessageId(String value) {

    /** What follows the id of what an e-mail carries. */
    public static final String AFTER_ID = "@sluice";

    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9.-]{1,120}@[A-Za-z0-9.-]{1,120}");

    public MessageId {
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("not a Message-ID: " + value);
        }
    }

    /** The Message-ID of the e-mail that carries this document. */
    public static MessageId of(String kind, UUID document) {
        return new MessageId(beforeId(kind) + document + AFTER_ID);
    }

    /** What comes before the id of a document of this kind, such as {@code invoice}. */
    public static String beforeId(String kind) {
        return kind + ".";
    }
}
