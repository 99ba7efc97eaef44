package dev.sluice.domain.link;

import java.security.SecureRandom;
import java.time.Instant;

/** What all API processes know, and nobody else, to sign links with. */
public final class SigningKey {

    public static final int FIRST = 1;

    private static final int LENGTH = 32;

    private final int generation;
    private final byte[] secret;
    private final Instant madeAt;

    /**
     * @param generation each takes over from the one before
     * @param secret 32 bytes
     */
    public SigningKey(int generation, byte[] secret, Instant madeAt) {
        if (generation < FIRST || secret.length != LENGTH) {
            throw new IllegalArgumentException("a signing key has a generation and " + LENGTH + " bytes");
        }
        this.generation = generation;
        this.secret = secret.clone();
        this.madeAt = madeAt;
    }

    public static SigningKey generate(int generation, SecureRandom random, Instant now) {
        byte[] secret = new byte[LENGTH];
        random.nextBytes(secret);
        return new SigningKey(generation, secret, now);
    }

    public int generation() {
        return generation;
    }

    public byte[] secret() {
        return secret.clone();
    }

    public Instant madeAt() {
        return madeAt;
    }

    /** Without the secret: it may stand in a log. */
    @Override
    public String toString() {
        return "SigningKey[" + generation + "]";
    }
}
