package dev.sluice.domain.webhook;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The secrets of an endpoint: one, and for a while after it was rotated two.
 *
 * @param retiring the one before, or null if there is none
 * @param retiringUntil until when the one before signs too, or null if there is none
 */
public record WebhookSecrets(
        WebhookSecret current,
        @Nullable WebhookSecret retiring,
        @Nullable Instant retiringUntil) {

    public WebhookSecrets {
        if ((retiring == null) != (retiringUntil == null)) {
            throw new IllegalArgumentException("a secret that retires does so at a time");
        }
    }

    public static WebhookSecrets of(WebhookSecret only) {
        return new WebhookSecrets(only, null, null);
    }

    /** A new one in place of the current, which signs on until a time. One that was retiring before is gone at once. */
    public WebhookSecrets rotated(WebhookSecret next, Instant until) {
        return new WebhookSecrets(next, current, until);
    }

    /** Those that sign at a time, the newest first. */
    public List<WebhookSecret> signingAt(Instant time) {
        return retiring == null || retiringUntil == null || !time.isBefore(retiringUntil)
                ? List.of(current)
                : List.of(current, retiring);
    }
}
