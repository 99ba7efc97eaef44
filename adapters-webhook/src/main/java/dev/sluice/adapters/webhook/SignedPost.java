package dev.sluice.adapters.webhook;

import dev.sluice.domain.webhook.WebhookMessage;
import java.net.URI;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import tools.jackson.databind.json.JsonMapper;

/** Makes the request by which an endpoint is told. */
final class SignedPost {

    private static final JsonMapper JSON = JsonMapper.shared();

    private SignedPost() {}

    static HttpPost of(WebhookMessage message, URI uri) {
        byte[] body = JSON.writeValueAsBytes(EventDocument.of(message.event()));
        String id = message.id().value().toString();
        long timestamp = message.at().getEpochSecond();
        HttpPost post = new HttpPost(uri);
        post.setHeader("webhook-id", id);
        post.setHeader("webhook-timestamp", timestamp);
        post.setHeader("webhook-signature", Signatures.of(message.secrets(), id, timestamp, body));
        post.setEntity(new ByteArrayEntity(body, ContentType.APPLICATION_JSON));
        return post;
    }
}
