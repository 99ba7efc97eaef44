package dev.sluice.adapters.web.page;

import java.nio.ByteBuffer;
import java.util.Base64;
import java.util.UUID;

/**
 * Where the next page begins. Its text means nothing to clients, so that it may become something else one day.
 *
 * @param after the id of the last item of the page before
 */
public record Cursor(UUID after) {

    /** More than any has, so that another kind would fit too. */
    public static final int LONGEST = 100;

    private static final int BYTES = 16;

    public static Cursor parse(String text) {
        ByteBuffer bytes = ByteBuffer.wrap(Base64.getUrlDecoder().decode(text));
        if (bytes.remaining() != BYTES) {
            throw new IllegalArgumentException("not a cursor");
        }
        return new Cursor(new UUID(bytes.getLong(), bytes.getLong()));
    }

    String text() {
        ByteBuffer bytes = ByteBuffer.allocate(BYTES);
        bytes.putLong(after.getMostSignificantBits()).putLong(after.getLeastSignificantBits());
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes.array());
    }
}
