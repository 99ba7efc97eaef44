package dev.sluice.domain.webhook;

import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;

/** What an endpoint and Sluice alone know, by which deliveries are signed. It is kept as it is, for signing takes it whole. */
public final class WebhookSecret {

    /** By which people and scanners know such a secret when they see one. */
    public static final String PREFIX = "whsec_";

    private static final int LENGTH = 32;

    private final byte[] bytes;

    /** @param bytes 32 of them */
    public WebhookSecret(byte[] bytes) {
        if (bytes.length != LENGTH) {
            throw new IllegalArgumentException("a webhook's secret has " + LENGTH + " bytes, not " + bytes.length);
        }
        this.bytes = bytes.clone();
    }

    public static WebhookSecret generate(SecureRandom random) {
        byte[] bytes = new byte[LENGTH];
        random.nextBytes(bytes);
        return new WebhookSecret(bytes);
    }

    public byte[] bytes() {
        return bytes.clone();
    }

    /** As its owner is shown it, once. */
    public String text() {
        return PREFIX + Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof WebhookSecret secret && MessageDigest.isEqual(bytes, secret.bytes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(bytes);
    }

    /** Without the secret: it may stand in a log. */
    @Override
    public String toString() {
        return PREFIX + "***";
    }
}
