package dev.sluice.adapters.webhook;

import dev.sluice.domain.failure.RetryableFailure;
import dev.sluice.domain.webhook.WebhookFault;
import dev.sluice.domain.webhook.WebhookMessage;
import dev.sluice.domain.webhook.WebhookResponse;
import dev.sluice.domain.webhook.WebhookSender;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.client5.http.ssl.TlsSocketStrategy;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpEntity;
import org.apache.hc.core5.io.CloseMode;
import org.apache.hc.core5.io.Closer;
import org.jspecify.annotations.Nullable;

/** Sends webhooks by HTTP. */
final class HttpWebhookSender implements WebhookSender, AutoCloseable {

    /** So much of an answer is let come before its connection is cut, lest its sender see an error where there is none. */
    private static final int READ = 16 * 1024;

    private final CloseableHttpClient client;

    /** Cuts off what takes too long. */
    private final ScheduledExecutorService clock = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("webhook-clock").factory());

    private final Duration limit;
    private final boolean plain;

    /**
     * @param addresses the only ones that it connects to
     * @param tls whom it trusts
     */
    HttpWebhookSender(CheckedAddresses addresses, WebhookProperties properties, TlsSocketStrategy tls) {
        client = WebhookClients.of(addresses, properties, tls);
        limit = properties.timeout();
        plain = properties.allowInsecure();
    }

    @Override
    public WebhookResponse send(WebhookMessage message) {
        Optional<Target> target = Target.parse(message.url().value(), plain);
        return target.isEmpty()
                ? new WebhookResponse.Failed(WebhookFault.TARGET_REFUSED)
                : send(SignedPost.of(message, target.get().uri()), target.get());
    }

    /** Each wait of the client's may be short, and all of them together long: so one clock stands above them. */
    private WebhookResponse send(HttpPost post, Target target) {
        ScheduledFuture<?> end = clock.schedule(post::cancel, limit.toNanos(), TimeUnit.NANOSECONDS);
        try {
            return new WebhookResponse.Answered(status(post, target));
        } catch (IOException | CancellationException failure) {
            if (Thread.currentThread().isInterrupted()) {
                throw new RetryableFailure("interrupted while telling an endpoint", failure);
            }
            return new WebhookResponse.Failed(post.isCancelled() ? WebhookFault.TIMED_OUT : Faults.of(failure));
        } finally {
            end.cancel(false);
        }
    }

    private int status(HttpPost post, Target target) throws IOException {
        ClassicHttpResponse answer = client.executeOpen(target.host(), post, null);
        try {
            drop(answer.getEntity());
            return answer.getCode();
        } finally {
            // To close what has not come to its end would read it to that.
            post.cancel();
            Closer.closeQuietly(answer);
        }
    }

    private static void drop(@Nullable HttpEntity content) {
        if (content != null) {
            try {
                content.getContent().readNBytes(READ);
            } catch (IOException noMatter) {
                // The status is there, and that is all that counts.
                return;
            }
        }
    }

    @Override
    public void close() {
        clock.shutdownNow();
        client.close(CloseMode.IMMEDIATE);
    }
}
