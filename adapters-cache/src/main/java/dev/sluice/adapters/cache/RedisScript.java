package dev.sluice.adapters.cache;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Objects;

/** What Redis does in one step. Each is told in the file of its name. */
enum RedisScript {
    READ,
    BEGIN,
    FILL,
    RELEASE,
    INVALIDATE,
    ATTEND,
    BOOK;

    private final String text = load(name().toLowerCase(Locale.ROOT) + ".lua");
    private final String digest = sha1(text);

    /** The whole script. */
    byte[] text() {
        return text.getBytes(UTF_8);
    }

    /** The name under which a server that has run the script before knows it. */
    byte[] digest() {
        return digest.getBytes(UTF_8);
    }

    private static String load(String file) {
        try (InputStream script = Objects.requireNonNull(RedisScript.class.getResourceAsStream(file), file)) {
            return new String(script.readAllBytes(), UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String sha1(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-1").digest(text.getBytes(UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-1", e);
        }
    }
}
