package dev.sluice.domain.cache;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;

/** Names bytes by what they are: half of their SHA-256 in hexadecimal, the same in every process. */
public final class ContentVersion {

    private static final int BYTES = 16;

    private ContentVersion() {}

    public static String of(byte[] content) {
        return HexFormat.of().formatHex(Arrays.copyOf(sha256().digest(content), BYTES));
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
