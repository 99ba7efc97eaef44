package dev.sluice.domain.rate;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Whose requests are counted together.
 *
 * @param text names it among all; it may be an address, and so is personal
 */
public record Requester(String text) {

    private static final int DIGEST_BYTES = 16;

    /** Names it where others might read it: the first half of the text's SHA-256 in hexadecimal digits. */
    public String digest() {
        try {
            byte[] sha256 = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
            return HexFormat.of().formatHex(sha256, 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** Leaves the text out: it may stand in a log. */
    @Override
    public String toString() {
        return "Requester";
    }
}
