package dev.sluice.adapters.web.order;

import dev.sluice.application.link.LinkKeys;
import dev.sluice.domain.link.SigningKey;
import dev.sluice.domain.order.OrderId;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signs what a link says, by HMAC-SHA-256, and tells whether a signature is ours. */
final class LinkSignatures {

    private static final String ALGORITHM = "HmacSHA256";

    private final LinkKeys keys;

    LinkSignatures(LinkKeys keys) {
        this.keys = keys;
    }

    /** @param expires seconds since 1970 */
    String sign(String document, OrderId order, long expires) {
        return signature(keys.current(), document, order, expires);
    }

    /** Takes as long however much of the signature is right. */
    boolean isGood(String signature, String document, OrderId order, long expires) {
        byte[] given = signature.getBytes(StandardCharsets.UTF_8);
        return keys.valid().stream()
                .map(key -> signature(key, document, order, expires).getBytes(StandardCharsets.UTF_8))
                .anyMatch(own -> MessageDigest.isEqual(own, given));
    }

    private static String signature(SigningKey key, String document, OrderId order, long expires) {
        String signed = document + "\n" + order.value() + "\n" + expires;
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(key.secret(), ALGORITHM));
            byte[] code = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(code);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
