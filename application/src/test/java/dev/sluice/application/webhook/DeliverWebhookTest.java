package dev.sluice.application.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.application.webhook.DeliverWebhook.GivenUp;
import dev.sluice.domain.access.Owner;
import dev.sluice.domain.catalogue.Creator;
import dev.sluice.domain.catalogue.SampleShop;
import dev.sluice.domain.job.JobState;
import dev.sluice.domain.order.Order;
import dev.sluice.domain.webhook.SampleWebhooks;
import dev.sluice.domain.webhook.WebhookAttempt;
import dev.sluice.domain.webhook.WebhookDelivery;
import dev.sluice.domain.webhook.WebhookDeliveryState;
import dev.sluice.domain.webhook.WebhookEventType;
import dev.sluice.domain.webhook.WebhookFault;
import dev.sluice.domain.webhook.WebhookMessage;
import dev.sluice.domain.webhook.WebhookResponse.Answered;
import dev.sluice.domain.webhook.WebhookResponse.Failed;
import dev.sluice.domain.webhook.WebhookSecret;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Deliveries from the announcement to their end. */
class DeliverWebhookTest {

    private final DeliveryDesk desk = new DeliveryDesk();

    @Test
    void whatIsAnnouncedIsDeliveredUnderItsId() {
        WebhookDelivery delivery = desk.announced();
        desk.engine().runDue();

        assertThat(desk.sender().sent())
                .containsExactly(new WebhookMessage(
                        delivery.id(),
                        desk.endpoint().details().url(),
                        delivery.event(),
                        DeliveryDesk.NOON,
                        List.of(desk.endpoint().secrets().current())));
        assertThat(desk.stored(delivery).state()).isEqualTo(WebhookDeliveryState.DELIVERED);
        assertThat(desk.stored(delivery).attempts())
                .containsExactly(new WebhookAttempt(DeliveryDesk.NOON, Duration.ZERO, new Answered(204)));
        assertThat(desk.job()).succeeded();
    }

    @Test
    void eachEndpointOfTheSellerIsToldAndNobodyElses() {
        Creator stranger = SampleShop.creator();
        desk.repositories().creators().add(stranger);
        desk.repositories().webhookEndpoints().add(SampleWebhooks.endpoint(stranger.id()), RegisterEndpoint.MOST);
        desk.repositories()
                .webhookEndpoints()
                .add(SampleWebhooks.endpoint(desk.creator().id()), RegisterEndpoint.MOST);
        desk.repositories()
                .webhookEndpoints()
                .add(
                        SampleWebhooks.endpoint(desk.creator().id(), WebhookEventType.ORDER_FAILED),
                        RegisterEndpoint.MOST);
        List<Order> orders = List.of(desk.order(), desk.order());

        desk.announcing().announce(WebhookEventType.ORDER_COMPLETED, orders);
        desk.engine().runDue();

        assertThat(desk.sender().sent())
                .hasSize(4)
                .extracting(WebhookMessage::id)
                .doesNotHaveDuplicates();
        assertThat(desk.sender().sent())
                .extracting(message -> message.event().order())
                .containsOnly(orders.getFirst().id(), orders.getLast().id());
    }

    @Test
    void whatIsNotAcceptedIsTriedAgainLater() {
        WebhookDelivery delivery = desk.announced();
        desk.sender().answerNext(new Answered(500));
        desk.sender().answerNext(new Failed(WebhookFault.TIMED_OUT));
        desk.engine().runDue();
        assertThat(desk.job()).hasState(JobState.RETRYING).hasErrors("the endpoint answered 500");

        desk.engine().runDueAfter(Duration.ofSeconds(10));
        desk.engine().runDueAfter(Duration.ofSeconds(50));

        assertThat(desk.job()).succeeded().hasAttempts(3);
        assertThat(desk.stored(delivery).state()).isEqualTo(WebhookDeliveryState.DELIVERED);
        assertThat(desk.stored(delivery).attempts())
                .extracting(WebhookAttempt::response)
                .containsExactly(new Answered(500), new Failed(WebhookFault.TIMED_OUT), new Answered(204));
        assertThat(desk.sender().sent()).extracting(WebhookMessage::id).containsOnly(delivery.id());
    }

    @Test
    void aRedirectionIsNoSuccess() {
        desk.announced();
        desk.sender().answerNext(new Answered(302));
        desk.engine().runDue();
        assertThat(desk.job()).hasState(JobState.RETRYING).hasErrors("the endpoint answered 302");
    }

    @Test
    void afterTenTriesInThreeDaysItIsGivenUp() {
        WebhookDelivery delivery = desk.announced();
        for (int attempt = 0; attempt < 10; attempt++) {
            desk.sender().answerNext(new Failed(WebhookFault.UNREACHABLE));
        }
        Instant last = DeliveryDesk.NOON;
        desk.engine().runDue();
        while (desk.job().record().state() == JobState.RETRYING) {
            last = desk.job().record().times().dueAt();
            desk.engine().runDueAfter(Duration.between(desk.engine().clock().instant(), last));
        }

        assertThat(desk.job()).succeeded().hasAttempts(10).hasResult(new GivenUp("no answer: UNREACHABLE"));
        assertThat(Duration.between(DeliveryDesk.NOON, last)).isBetween(Duration.ofHours(72), Duration.ofHours(78));
        assertThat(desk.stored(delivery).state()).isEqualTo(WebhookDeliveryState.FAILED);
        assertThat(desk.stored(delivery).attempts()).hasSize(10);
    }

    @Test
    void anEndpointThatIsGoneIsDisabledAndToldNothingMore() {
        WebhookDelivery delivery = desk.announced();
        WebhookDelivery other = desk.announced();
        desk.sender().answerNext(new Answered(410));
        desk.engine().runDue();

        assertThat(desk.stored().details().enabled()).isFalse();
        assertThat(desk.sender().sent()).hasSize(1);
        assertThat(List.of(delivery, other))
                .allSatisfy(each -> assertThat(desk.stored(each).state()).isEqualTo(WebhookDeliveryState.FAILED));
        desk.announcing().announce(WebhookEventType.ORDER_COMPLETED, List.of(desk.order()));
        assertThat(desk.deliveries()).hasSize(2);
    }

    @Test
    void aDeletedEndpointIsToldNothingMore() {
        WebhookDelivery delivery = desk.announced();
        desk.repositories().webhookEndpoints().delete(desk.endpoint().id(), Owner.operations());
        desk.engine().runDue();

        assertThat(desk.job()).succeeded().hasResult(new GivenUp("the endpoint is not there any more"));
        assertThat(desk.sender().sent()).isEmpty();
        assertThat(desk.stored(delivery).state()).isEqualTo(WebhookDeliveryState.FAILED);
    }

    @Test
    void whatHasArrivedIsNotSentAgainIfTheJobIsRepeated() {
        WebhookDelivery delivery = desk.announced();
        desk.repositories().webhookDeliveries().record(delivery.id(), SampleWebhooks.answered(200, 0));
        desk.engine().runDue();

        assertThat(desk.job()).succeeded();
        assertThat(desk.sender().sent()).isEmpty();
    }

    @Test
    void duringARotationBothSecretsSign() {
        WebhookSecret before = desk.endpoint().secrets().current();
        WebhookSecret next = desk.rotate(Duration.ofHours(1));
        desk.announced();
        desk.engine().runDue();
        desk.engine().clock().advance(Duration.ofHours(1));
        desk.announced();
        desk.engine().runDue();

        assertThat(desk.sender().sent())
                .extracting(WebhookMessage::secrets)
                .containsExactly(List.of(next, before), List.of(next));
    }

    @Test
    void aCancelledJobGivesItsDeliveryUp() {
        WebhookDelivery cancelled = desk.announced();
        assertThat(desk.engine().cancel(desk.job().id())).isTrue();
        assertThat(desk.stored(cancelled).state()).isEqualTo(WebhookDeliveryState.FAILED);
    }

    @Test
    void aDeadJobThatIsRetriedTakesItsDeliveryUpAgain() {
        WebhookDelivery delivery = desk.announced();
        desk.breakDown();
        assertThat(desk.job()).died();
        assertThat(desk.stored(delivery).state()).isEqualTo(WebhookDeliveryState.FAILED);

        assertThat(desk.engine().retry(desk.job().id())).isTrue();
        assertThat(desk.stored(delivery).state()).isEqualTo(WebhookDeliveryState.PENDING);
        desk.engine().runDue();
        assertThat(desk.stored(delivery).state()).isEqualTo(WebhookDeliveryState.DELIVERED);
    }
}
