package dev.sluice.adapters.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.adapters.webhook.Listener.Received;
import dev.sluice.domain.catalogue.SampleShop;
import dev.sluice.domain.failure.RetryableFailure;
import dev.sluice.domain.webhook.SampleWebhooks;
import dev.sluice.domain.webhook.WebhookDeliveryId;
import dev.sluice.domain.webhook.WebhookEndpoint;
import dev.sluice.domain.webhook.WebhookEventType;
import dev.sluice.domain.webhook.WebhookFault;
import dev.sluice.domain.webhook.WebhookMessage;
import dev.sluice.domain.webhook.WebhookResponse;
import dev.sluice.domain.webhook.WebhookResponse.Answered;
import dev.sluice.domain.webhook.WebhookResponse.Failed;
import dev.sluice.domain.webhook.WebhookSecret;
import dev.sluice.domain.webhook.WebhookSender;
import dev.sluice.domain.webhook.WebhookSenderContract;
import dev.sluice.domain.webhook.WebhookUrl;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.apache.hc.client5.http.ssl.DefaultClientTlsStrategy;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class HttpWebhookSenderIT implements WebhookSenderContract {

    private static final Duration CONNECT = Duration.ofSeconds(10);
    private static final WebhookProperties LENIENT = new WebhookProperties(true, CONNECT, Duration.ofSeconds(30));
    private static final WebhookProperties HASTY =
            new WebhookProperties(true, Duration.ofMillis(500), Duration.ofMillis(500));
    private static final WebhookProperties STRICT = new WebhookProperties(false, CONNECT, Duration.ofSeconds(30));

    private final Listener listener = Listener.open();
    private final KnownNames names = new KnownNames().with("hooks.example.com", "127.0.0.1");
    private final HttpWebhookSender sender = sender(LENIENT, names);

    @AfterEach
    void close() {
        sender.close();
        listener.close();
    }

    @Override
    public WebhookSender sender() {
        return sender;
    }

    @Override
    public WebhookUrl listening() {
        return new WebhookUrl("http://127.0.0.1:" + listener.port() + "/hook");
    }

    @Override
    public void answerNext(int status) {
        listener.answerNext(status);
    }

    @Override
    public List<WebhookDeliveryId> received() {
        return listener.received().stream()
                .map(received -> new WebhookDeliveryId(UUID.fromString(received.header("Webhook-id"))))
                .toList();
    }

    @Test
    void whoeverKnowsTheSecretCanTellThatItIsGenuine() {
        WebhookMessage message = message();
        sender.send(message);

        Received received = listener.received().getFirst();
        assertThat(received.header("Webhook-id")).isEqualTo(message.id().value().toString());
        assertThat(received.header("Webhook-timestamp")).isEqualTo("1772366400");
        assertThat(received.header("Content-type")).startsWith("application/json");
        assertThat(received.header("Webhook-signature"))
                .isEqualTo(signed(received, message.secrets().getFirst().text()));
        assertThat(received.body())
                .isEqualTo(
                        "{\"type\":\"order.completed\",\"timestamp\":\"2026-03-01T12:00:00Z\",\"data\":{\"orderId\":\""
                                + message.event().order().value() + "\"}}");
    }

    @Test
    void bothSecretsSignDuringARotation() {
        WebhookSecret before = SampleWebhooks.secret();
        WebhookSecret next = SampleWebhooks.secret();
        WebhookMessage message = message();
        sender.send(
                new WebhookMessage(message.id(), message.url(), message.event(), message.at(), List.of(next, before)));

        Received received = listener.received().getFirst();
        assertThat(received.header("Webhook-signature").split(" "))
                .containsExactly(signed(received, next.text()), signed(received, before.text()));
    }

    /** As a receiver does it, from what Standard Webhooks says and from the text that the seller was shown. */
    private static String signed(Received received, String secret) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.replace("whsec_", "")), "HmacSHA256"));
            String content =
                    received.header("Webhook-id") + "." + received.header("Webhook-timestamp") + "." + received.body();
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void aRedirectionIsNotFollowed() {
        try (Listener elsewhere = Listener.open()) {
            for (int status : List.of(301, 302, 303, 307, 308)) {
                listener.replyNext(exchange -> {
                    exchange.getResponseHeaders().add("Location", "http://127.0.0.1:" + elsewhere.port() + "/metadata");
                    exchange.sendResponseHeaders(status, -1);
                });
                assertThat(sender.send(message())).isEqualTo(new Answered(status));
            }
            assertThat(elsewhere.received()).isEmpty();
        }
    }

    @Test
    void theHostIsLookedUpOnceAndItsAddressConnectedTo() {
        WebhookResponse response = sender.send(to("http://hooks.example.com:" + listener.port() + "/"));

        assertThat(response.arrived()).isTrue();
        assertThat(names.asked()).containsExactly("hooks.example.com");
        assertThat(listener.received().getFirst().header("Host")).isEqualTo("hooks.example.com:" + listener.port());
    }

    @Test
    void aNameThatHasMovedIntoThePrivateNetworkIsRefused() {
        KnownNames rebound = new KnownNames().with("hooks.example.com", "8.8.8.8");
        WebhookUrl url = new WebhookUrl("https://hooks.example.com:" + listener.port() + "/");
        ResolvedTargets targets = new ResolvedTargets(new CheckedAddresses(rebound, false, CONNECT), false);
        assertThat(targets.accepts(url)).isTrue();

        rebound.with("hooks.example.com", "127.0.0.1");
        try (HttpWebhookSender strict = sender(STRICT, rebound)) {
            assertThat(strict.send(to(url.value()))).isEqualTo(new Failed(WebhookFault.TARGET_REFUSED));
        }
        assertThat(listener.received()).isEmpty();
    }

    @Test
    void anAddressIsCheckedLikeAName() {
        try (HttpWebhookSender strict = sender(STRICT, names)) {
            for (String host : List.of("127.0.0.1", "[::1]", "[::ffff:127.0.0.1]")) {
                assertThat(strict.send(to("https://" + host + ":" + listener.port() + "/")))
                        .isEqualTo(new Failed(WebhookFault.TARGET_REFUSED));
            }
            assertThat(strict.send(to("http://8.8.8.8/"))).isEqualTo(new Failed(WebhookFault.TARGET_REFUSED));
        }
        assertThat(listener.received()).isEmpty();
    }

    @Test
    void whoDoesNotAnswerIsNotWaitedForLong() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                HttpWebhookSender hasty = sender(HASTY, names)) {
            assertThat(hasty.send(to("http://127.0.0.1:" + silent.getLocalPort() + "/")))
                    .isEqualTo(new Failed(WebhookFault.TIMED_OUT));
        }
    }

    /** Each of its bytes comes in time, and all of them together never. */
    @Test
    void norIsWhoAnswersDropByDrop() throws IOException {
        try (ServerSocket dripping = new ServerSocket(0, 5, InetAddress.getLoopbackAddress());
                HttpWebhookSender hasty = sender(HASTY, names)) {
            Thread.ofVirtual().start(() -> Drip.into(dripping));
            assertThat(hasty.send(to("http://127.0.0.1:" + dripping.getLocalPort() + "/")))
                    .isEqualTo(new Failed(WebhookFault.TIMED_OUT));
        }
    }

    @Test
    void anAnswerWithoutEndIsCut() {
        listener.replyNext(exchange -> {
            exchange.sendResponseHeaders(200, 0);
            byte[] block = new byte[8192];
            while (true) {
                exchange.getResponseBody().write(block);
            }
        });
        assertThat(sender.send(message())).isEqualTo(new Answered(200));
    }

    @Test
    void whereNobodyListensNobodyIsReached() throws IOException {
        int port;
        try (ServerSocket closed = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            port = closed.getLocalPort();
        }
        assertThat(sender.send(to("http://127.0.0.1:" + port + "/"))).isEqualTo(new Failed(WebhookFault.UNREACHABLE));
        assertThat(sender.send(to("http://unknown.example.com/"))).isEqualTo(new Failed(WebhookFault.UNREACHABLE));
    }

    @Test
    void whoIsInterruptedHasMadeNoAttempt() {
        Thread.currentThread().interrupt();
        try {
            assertThatThrownBy(() -> sender.send(to("http://unknown.example.com/")))
                    .isInstanceOf(RetryableFailure.class);
        } finally {
            assertThat(Thread.interrupted()).isTrue();
        }
    }

    @Test
    void whatIsNoAnswerInHttpIsABrokenOne() throws IOException {
        try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
            Thread.ofVirtual().start(() -> Drip.hangUp(mute));
            assertThat(sender.send(to("http://127.0.0.1:" + mute.getLocalPort() + "/")))
                    .isEqualTo(new Failed(WebhookFault.BROKEN_ANSWER));
        }
    }

    @Test
    void onlyWhoHasATrustedCertificateForTheNameIsTold() {
        HttpsIdentity identity = HttpsIdentity.of("hooks.example.com");
        KnownNames both =
                new KnownNames().with("hooks.example.com", "127.0.0.1").with("other.example.com", "127.0.0.1");
        try (Listener secure = Listener.secure(identity.serving());
                HttpWebhookSender trusting = new HttpWebhookSender(
                        new CheckedAddresses(both, true, CONNECT),
                        LENIENT,
                        new DefaultClientTlsStrategy(identity.trusting()))) {
            String path = ":" + secure.port() + "/";
            assertThat(sender.send(to("https://hooks.example.com" + path)))
                    .isEqualTo(new Failed(WebhookFault.TLS_FAILED));
            assertThat(trusting.send(to("https://other.example.com" + path)))
                    .isEqualTo(new Failed(WebhookFault.TLS_FAILED));
            assertThat(secure.received()).isEmpty();
            assertThat(trusting.send(to("https://hooks.example.com" + path)).arrived())
                    .isTrue();
        }
    }

    private static HttpWebhookSender sender(WebhookProperties properties, KnownNames names) {
        CheckedAddresses addresses =
                new CheckedAddresses(names, properties.allowInsecure(), properties.connectTimeout());
        return new HttpWebhookSender(addresses, properties, DefaultClientTlsStrategy.createDefault());
    }

    private static WebhookMessage to(String url) {
        WebhookEndpoint endpoint =
                SampleWebhooks.endpoint(SampleShop.creator().id(), new WebhookUrl(url), WebhookEventType.values());
        return WebhookMessage.of(SampleWebhooks.delivery(endpoint), endpoint, SampleWebhooks.NOW);
    }
}
