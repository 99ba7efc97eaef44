package dev.sluice.domain.access;

import java.nio.ByteBuffer;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import java.util.UUID;

/**
 * An API key as its holder keeps it: {@code sluice_}, the key's id in 32 hexadecimal digits, and a secret of 256 random
 * bits. It is shown once and never kept; what is kept is its {@link #digest()}.
 *
 * @param secret 43 characters of base64url
 */
public record ApiKeyToken(ApiKeyId id, String secret) {

    /** By which people and scanners know a key of Sluice when they see one. */
    public static final String PREFIX = "sluice_";

    private static final int SECRET_BYTES = 32;
    private static final int SECRET_LENGTH = 43;
    private static final int ID_END = PREFIX.length() + 32;
    private static final int LENGTH = ID_END + 1 + SECRET_LENGTH;
    private static final HexFormat HEX = HexFormat.of();

    public static ApiKeyToken generate(ApiKeyId id, SecureRandom random) {
        byte[] secret = new byte[SECRET_BYTES];
        random.nextBytes(secret);
        return new ApiKeyToken(id, Base64.getUrlEncoder().withoutPadding().encodeToString(secret));
    }

    /** Empty for a text that is no key, whoever made it. */
    public static Optional<ApiKeyToken> parse(String text) {
        if (text.length() != LENGTH || !text.startsWith(PREFIX) || text.charAt(ID_END) != '_') {
            return Optional.empty();
        }
        try {
            long high = HexFormat.fromHexDigitsToLong(text, PREFIX.length(), PREFIX.length() + 16);
            long low = HexFormat.fromHexDigitsToLong(text, PREFIX.length() + 16, ID_END);
            return Optional.of(new ApiKeyToken(new ApiKeyId(new UUID(high, low)), text.substring(ID_END + 1)));
        } catch (NumberFormatException noId) {
            return Optional.empty();
        }
    }

    public KeyDigest digest() {
        return KeyDigest.of(secret);
    }

    /** The whole key, which is a secret. */
    public String text() {
        UUID value = id.value();
        byte[] bytes = ByteBuffer.allocate(16)
                .putLong(value.getMostSignificantBits())
                .putLong(value.getLeastSignificantBits())
                .array();
        return PREFIX + HEX.formatHex(bytes) + "_" + secret;
    }

    /** Without the secret: it may stand in a log. */
    @Override
    public String toString() {
        return PREFIX + id.value();
    }
}
