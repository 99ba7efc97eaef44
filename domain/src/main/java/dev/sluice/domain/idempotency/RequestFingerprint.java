package dev.sluice.domain.idempotency;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * A digest that tells one request from another without keeping what it said.
 *
 * @param sha256 64 lower-case hexadecimal digits
 */
public record RequestFingerprint(String sha256) {

    /** The fingerprint of a request's parts; no two different lists of parts share their digested form. */
    public static RequestFingerprint of(Iterable<?> parts) {
        MessageDigest digest = newDigest();
        for (Object part : parts) {
            byte[] bytes = String.valueOf(part).getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.UTF_8));
            digest.update(bytes);
        }
        return new RequestFingerprint(HexFormat.of().formatHex(digest.digest()));
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
