package dev.sluice.embedded.youtube;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.SplittableRandom;

/** Repeatable chance: the same seed and subject always give the same values. */
final class Draw {
    private static final Base64.Encoder TEXT = Base64.getUrlEncoder().withoutPadding();

    private Draw() {}

    static SplittableRandom random(long seed, String subject) {
        byte[] digest = digest(seed + "/" + subject);
        long start = 0;
        for (int i = 0; i < Long.BYTES; i++) {
            start = start << Byte.SIZE | (digest[i] & 0xFF);
        }
        return new SplittableRandom(start);
    }

    /** Text of letters, digits, - and _, as ids and ETags are made of. */
    static String text(long seed, String subject, int length) {
        return TEXT.encodeToString(digest(seed + "/" + subject)).substring(0, length);
    }

    static String oneOf(SplittableRandom random, List<String> choices) {
        return choices.get(random.nextInt(choices.size()));
    }

    private static byte[] digest(String text) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every JVM has SHA-256", e);
        }
    }
}
