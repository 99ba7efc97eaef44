package dev.sluice.adapters.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.sluice.domain.webhook.WebhookSecret;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Signatures after Standard Webhooks: one by each secret, separated by spaces. */
final class Signatures {

    private static final String ALGORITHM = "HmacSHA256";

    private Signatures() {}

    static String of(List<WebhookSecret> secrets, String id, long timestamp, byte[] body) {
        byte[] head = (id + "." + timestamp + ".").getBytes(UTF_8);
        return secrets.stream()
                .map(secret -> "v1," + signed(secret, head, body))
                .collect(Collectors.joining(" "));
    }

    private static String signed(WebhookSecret secret, byte[] head, byte[] body) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(new SecretKeySpec(secret.bytes(), ALGORITHM));
            mac.update(head);
            return Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java platform has " + ALGORITHM, e);
        }
    }
}
