package dev.sluice.domain.access;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * What is kept of a key's secret: its SHA-256. Nothing slower is needed against guessing, since the secret is 256 random
 * bits and nothing that a person has thought of.
 */
public final class KeyDigest {

    private static final int LENGTH = 32;

    private final byte[] sha256;

    /** @param sha256 32 bytes */
    public KeyDigest(byte[] sha256) {
        if (sha256.length != LENGTH) {
            throw new IllegalArgumentException("SHA-256 has 32 bytes, not " + sha256.length);
        }
        this.sha256 = sha256.clone();
    }

    static KeyDigest of(String secret) {
        try {
            return new KeyDigest(MessageDigest.getInstance("SHA-256").digest(secret.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    public byte[] bytes() {
        return sha256.clone();
    }

    /** Takes as long whatever the two have in common. */
    @Override
    public boolean equals(Object other) {
        return other instanceof KeyDigest digest && MessageDigest.isEqual(sha256, digest.sha256);
    }

    @Override
    public int hashCode() {
        return sha256[0];
    }

    @Override
    public String toString() {
        return "KeyDigest";
    }
}
