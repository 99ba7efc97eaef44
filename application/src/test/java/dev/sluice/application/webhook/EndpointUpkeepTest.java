package dev.sluice.application.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sluice.application.webhook.RedeliverWebhook.EndpointDisabled;
import dev.sluice.application.webhook.RedeliverWebhook.Queued;
import dev.sluice.application.webhook.RedeliverWebhook.UnderWay;
import dev.sluice.application.webhook.RegisterEndpoint.Registered;
import dev.sluice.application.webhook.RegisterEndpoint.TargetRefused;
import dev.sluice.application.webhook.RegisterEndpoint.TooMany;
import dev.sluice.application.webhook.RegisterEndpoint.UnknownCreator;
import dev.sluice.domain.access.Owner;
import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.id.Ids;
import dev.sluice.domain.job.JobState;
import dev.sluice.domain.webhook.WebhookDelivery;
import dev.sluice.domain.webhook.WebhookDeliveryState;
import dev.sluice.domain.webhook.WebhookEndpoint;
import dev.sluice.domain.webhook.WebhookEndpointDetails;
import dev.sluice.domain.webhook.WebhookEventType;
import dev.sluice.domain.webhook.WebhookMessage;
import dev.sluice.domain.webhook.WebhookSecret;
import dev.sluice.domain.webhook.WebhookSecrets;
import dev.sluice.domain.webhook.WebhookTargets;
import dev.sluice.domain.webhook.WebhookUrl;
import java.time.Duration;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What sellers do with their endpoints and deliveries. */
class EndpointUpkeepTest {

    private static final Owner STRANGER = new Owner.Seller(new CreatorId(new UUID(0, 1)));

    private final DeliveryDesk desk = new DeliveryDesk();
    private final Owner seller = new Owner.Seller(desk.creator().id());

    /** All but one host are in the public network. */
    private final WebhookTargets targets = url -> !url.value().contains("internal");

    @Test
    void aRegisteredEndpointIsOnRecordWithASecretOfItsOwn() {
        WebhookEndpoint first = registered();
        WebhookEndpoint second = registered();

        assertThat(desk.repositories().webhookEndpoints().find(first.id(), seller))
                .contains(first);
        assertThat(first.secrets()).isNotEqualTo(second.secrets());
    }

    @Test
    void nobodyRegistersAnEndpointInAnothersName() {
        assertThat(registering().register(desk.creator().id(), details("https://a.example/"), STRANGER))
                .isEqualTo(new UnknownCreator());
        assertThat(registering()
                        .register(new CreatorId(new UUID(0, 2)), details("https://a.example/"), Owner.operations()))
                .isEqualTo(new UnknownCreator());
    }

    @Test
    void anEndpointInThePrivateNetworkIsRefused() {
        assertThat(registering().register(desk.creator().id(), details("https://internal/"), seller))
                .isEqualTo(new TargetRefused());
    }

    @Test
    void aSellerHasNoMoreThanTwentyEndpoints() {
        for (int count = 1; count < RegisterEndpoint.MOST; count++) {
            registered();
        }
        assertThat(registering().register(desk.creator().id(), details("https://a.example/"), seller))
                .isEqualTo(new TooMany());
    }

    @Test
    void anEndpointMovesOnlyIntoThePublicNetwork() {
        WebhookEndpoint current = desk.stored();

        assertThat(revising().revise(current, details("https://internal/")))
                .isEqualTo(new ReviseEndpoint.TargetRefused());
        assertThat(revising().revise(current, details("https://b.example/")))
                .isEqualTo(new ReviseEndpoint.Revised(desk.stored()));
        assertThat(desk.stored().details().url()).isEqualTo(new WebhookUrl("https://b.example/"));
        assertThat(revising().revise(current, details("https://c.example/"))).isEqualTo(new ReviseEndpoint.Stale());
    }

    @Test
    void whatWasDeliveredIsDeliveredOnceMoreUnderItsId() {
        WebhookDelivery delivery = desk.announced();
        desk.engine().runDue();

        assertThat(redeliver(delivery, seller)).isInstanceOf(Queued.class);
        assertThat(desk.stored(delivery).state()).isEqualTo(WebhookDeliveryState.PENDING);
        desk.engine().runDue();

        assertThat(desk.sender().sent())
                .hasSize(2)
                .extracting(WebhookMessage::id)
                .containsOnly(delivery.id());
        assertThat(desk.stored(delivery).state()).isEqualTo(WebhookDeliveryState.DELIVERED);
        assertThat(desk.stored(delivery).attempts()).hasSize(2);
    }

    /** Else an operator could take the dead one up again, and two jobs would say different things of one delivery. */
    @Test
    void aRedeliveryTakesADeadJobUpAgain() {
        WebhookDelivery delivery = desk.announced();
        desk.breakDown();

        assertThat(redeliver(delivery, seller)).isInstanceOf(Queued.class);

        assertThat(desk.job()).hasState(JobState.AVAILABLE);
        assertThat(desk.engine().retry(desk.job().id())).isFalse();
        desk.engine().runDue();
        assertThat(desk.stored(delivery).state()).isEqualTo(WebhookDeliveryState.DELIVERED);
    }

    @Test
    void aRedeliveryTakesTheDeadJobOfTheOneBeforeUpAgain() {
        WebhookDelivery delivery = desk.announced();
        desk.engine().runDue();
        redeliver(delivery, seller);
        desk.breakDown();

        assertThat(redeliver(delivery, seller)).isInstanceOf(Queued.class);

        assertThat(desk.engine().enqueued(DeliverWebhook.TYPE))
                .hasSize(2)
                .last()
                .satisfies(job -> assertThat(job).hasState(JobState.AVAILABLE));
    }

    @Test
    void aJobThatAnOperatorHasTakenUpAgainIsUnderWay() {
        WebhookDelivery delivery = desk.announced();
        desk.breakDown();
        desk.engine().retry(desk.job().id());

        assertThat(redeliver(delivery, seller)).isEqualTo(new UnderWay());
    }

    @Test
    void whatIsUnderWayIsNotDeliveredTwice() {
        assertThat(redeliver(desk.announced(), seller)).isEqualTo(new UnderWay());
        desk.engine().runDue();
        assertThat(desk.sender().sent()).hasSize(1);
    }

    @Test
    void nothingIsDeliveredToADisabledEndpoint() {
        WebhookDelivery delivery = desk.announced();
        desk.engine().runDue();
        desk.repositories().webhookEndpoints().disable(desk.endpoint().id());
        assertThat(redeliver(delivery, seller)).isEqualTo(new EndpointDisabled());
    }

    @Test
    void anothersDeliveryIsUnknown() {
        WebhookDelivery delivery = desk.announced();
        desk.engine().runDue();
        assertThat(redeliver(delivery, STRANGER)).isEqualTo(new RedeliverWebhook.Unknown());
        assertThat(desk.stored(delivery).state()).isEqualTo(WebhookDeliveryState.DELIVERED);
    }

    @Test
    void deliveriesAreForgottenByAge() {
        WebhookDelivery delivery = desk.announced();
        desk.engine().runDue();
        ForgetDeliveries forgetting = forgetting(Duration.ofDays(30));

        desk.engine().clock().advance(Duration.ofDays(29));
        assertThat(forgetting.runOnce()).isFalse();
        assertThat(desk.repositories().webhookDeliveries().find(delivery.id())).isPresent();

        desk.engine().clock().advance(Duration.ofDays(1));
        assertThat(forgetting.runOnce()).isFalse();
        assertThat(desk.repositories().webhookDeliveries().find(delivery.id())).isEmpty();
    }

    @Test
    void noDeliveryIsForgottenWhileItMayBeTried() {
        assertThatIllegalArgumentException().isThrownBy(() -> forgetting(Duration.ofDays(3)));
    }

    @Test
    void aSecretIsForgottenOnceItSignsNoMore() {
        WebhookSecret next = desk.rotate(Duration.ofHours(1));
        ForgetSecrets forgetting = new ForgetSecrets(
                desk.engine().transactions(), desk.repositories().webhookEndpoints());

        desk.engine().clock().advance(Duration.ofMinutes(59));
        forgetting.runOnce();
        assertThat(desk.stored().secrets().retiring())
                .isEqualTo(desk.endpoint().secrets().current());

        desk.engine().clock().advance(Duration.ofMinutes(1));
        forgetting.runOnce();
        assertThat(desk.stored().secrets()).isEqualTo(WebhookSecrets.of(next));
    }

    private ForgetDeliveries forgetting(Duration keep) {
        return new ForgetDeliveries(
                desk.engine().transactions(), desk.repositories().webhookDeliveries(), keep);
    }

    private RedeliverWebhook.Result redeliver(WebhookDelivery delivery, Owner owner) {
        return desk.redelivering().redeliver(delivery.id(), delivery.endpoint(), owner);
    }

    private WebhookEndpoint registered() {
        return ((Registered) registering().register(desk.creator().id(), details("https://a.example/"), seller))
                .endpoint();
    }

    private RegisterEndpoint registering() {
        return new RegisterEndpoint(
                desk.engine().transactions(),
                desk.repositories().webhookEndpoints(),
                desk.repositories().creators(),
                targets,
                new Ids(desk.engine().clock()),
                desk.engine().clock());
    }

    private ReviseEndpoint revising() {
        return new ReviseEndpoint(desk.repositories().webhookEndpoints(), targets);
    }

    private static WebhookEndpointDetails details(String url) {
        return new WebhookEndpointDetails(new WebhookUrl(url), Set.of(WebhookEventType.ORDER_COMPLETED), true);
    }
}
