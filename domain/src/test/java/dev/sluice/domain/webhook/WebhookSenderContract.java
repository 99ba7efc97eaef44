package dev.sluice.domain.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.catalogue.SampleShop;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What every {@link WebhookSender} does. */
public interface WebhookSenderContract {

    WebhookSender sender();

    /** Where somebody listens. */
    WebhookUrl listening();

    /** Lets whoever listens answer the next message so. */
    void answerNext(int status);

    /** The ids of the messages that have come to whoever listens. */
    List<WebhookDeliveryId> received();

    @Test
    default void eachMessageComesOnce() {
        WebhookMessage first = message();
        WebhookMessage second = message();

        assertThat(sender().send(first).arrived()).isTrue();
        assertThat(sender().send(second).arrived()).isTrue();

        assertThat(received()).containsExactly(first.id(), second.id());
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 299, 302, 307, 400, 410, 500, 503})
    default void theStatusIsTold(int status) {
        answerNext(status);

        assertThat(sender().send(message())).isEqualTo(new WebhookResponse.Answered(status));
        assertThat(received()).hasSize(1);
    }

    /** A message to whoever listens. */
    default WebhookMessage message() {
        WebhookEndpoint endpoint =
                SampleWebhooks.endpoint(SampleShop.creator().id(), listening(), WebhookEventType.values());
        return WebhookMessage.of(SampleWebhooks.delivery(endpoint), endpoint, SampleWebhooks.NOW);
    }
}
