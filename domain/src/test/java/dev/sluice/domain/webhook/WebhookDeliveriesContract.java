package dev.sluice.domain.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sluice.domain.access.Owner;
import dev.sluice.domain.catalogue.Creator;
import dev.sluice.domain.catalogue.SampleShop;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.page.Page;
import dev.sluice.domain.page.PageRequest;
import dev.sluice.domain.repository.Repositories;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every {@link WebhookDeliveries} does. */
public interface WebhookDeliveriesContract {

    Repositories repositories();

    @Test
    default void aDeliveryIsFoundAsItWasAdded() {
        WebhookDelivery delivery = added(endpoint());

        assertThat(deliveries().find(delivery.id())).contains(delivery);
        assertThat(deliveries().find(SampleWebhooks.delivery(endpoint()).id())).isEmpty();
    }

    @Test
    default void aDeliveryThatIsRolledBackIsNotThere() {
        WebhookDelivery delivery = SampleWebhooks.delivery(endpoint());

        assertThatThrownBy(() -> repositories().transactions().run(() -> {
                    deliveries().addAll(List.of(delivery));
                    throw new IllegalArgumentException("deliberate");
                }))
                .isInstanceOf(IllegalArgumentException.class);

        assertThat(deliveries().find(delivery.id())).isEmpty();
    }

    @Test
    default void aDeliveryIsThereForItsSellerAndItsEndpointAlone() {
        WebhookEndpoint endpoint = endpoint();
        WebhookEndpoint other = endpoint();
        WebhookDelivery delivery = added(endpoint);
        added(other);
        Owner seller = new Owner.Seller(endpoint.creator());

        assertThat(deliveries().find(delivery.id(), endpoint.id(), seller)).contains(delivery);
        assertThat(deliveries().find(delivery.id(), endpoint.id(), Owner.operations()))
                .contains(delivery);
        assertThat(deliveries().find(delivery.id(), other.id(), seller)).isEmpty();
        assertThat(deliveries().find(delivery.id(), endpoint.id(), new Owner.Seller(other.creator())))
                .isEmpty();
        assertThat(listed(new WebhookDeliveryFilter(seller, endpoint.id(), null)))
                .containsExactly(delivery);
        assertThat(listed(new WebhookDeliveryFilter(new Owner.Seller(other.creator()), endpoint.id(), null)))
                .isEmpty();
    }

    @Test
    default void deliveriesAreListedNewestFirstAPageAtATime() {
        WebhookEndpoint endpoint = endpoint();
        List<WebhookDelivery> newestFirst = Stream.generate(() -> added(endpoint))
                .limit(3)
                .sorted(Comparator.comparing(
                                (WebhookDelivery delivery) -> delivery.id().value())
                        .reversed())
                .toList();
        WebhookDeliveryFilter filter = new WebhookDeliveryFilter(Owner.operations(), endpoint.id(), null);

        Page<WebhookDelivery> page = deliveries().list(filter, PageRequest.first(2));

        assertThat(page.items()).isEqualTo(newestFirst.subList(0, 2));
        assertThat(deliveries().list(filter, new PageRequest(2, page.next())))
                .isEqualTo(new Page<>(List.of(newestFirst.getLast()), null));
    }

    @Test
    default void anAttemptThatHasNotArrivedLeavesTheDeliveryPending() {
        WebhookDelivery delivery = added(endpoint());

        record(delivery, SampleWebhooks.answered(503, 0));
        record(delivery, SampleWebhooks.failed(WebhookFault.TIMED_OUT, 10));

        assertThat(stored(delivery).state()).isEqualTo(WebhookDeliveryState.PENDING);
        assertThat(stored(delivery).attempts())
                .containsExactly(SampleWebhooks.answered(503, 0), SampleWebhooks.failed(WebhookFault.TIMED_OUT, 10));
    }

    @Test
    default void anAttemptThatHasArrivedMakesItDelivered() {
        WebhookEndpoint endpoint = endpoint();
        WebhookDelivery delivery = added(endpoint);
        WebhookDelivery other = added(endpoint);

        record(delivery, SampleWebhooks.answered(204, 0));

        assertThat(stored(delivery).state()).isEqualTo(WebhookDeliveryState.DELIVERED);
        assertThat(stored(other)).isEqualTo(other);
        assertThat(listed(new WebhookDeliveryFilter(Owner.operations(), endpoint.id(), WebhookDeliveryState.DELIVERED)))
                .containsExactly(stored(delivery));
        assertThat(listed(new WebhookDeliveryFilter(Owner.operations(), endpoint.id(), WebhookDeliveryState.PENDING)))
                .containsExactly(other);
    }

    @Test
    default void theLatestAttemptsAreShown() {
        WebhookDelivery delivery = added(endpoint());
        List<WebhookAttempt> attempts = IntStream.range(0, WebhookDelivery.SHOWN + 2)
                .mapToObj(second -> SampleWebhooks.answered(500, second))
                .toList();

        attempts.forEach(attempt -> record(delivery, attempt));

        assertThat(stored(delivery).attempts()).isEqualTo(attempts.subList(2, attempts.size()));
    }

    @Test
    default void whatIsPendingIsGivenUpAndWhatWasDeliveredStaysSo() {
        WebhookDelivery pending = added(endpoint());
        WebhookDelivery delivered = added(endpoint());
        WebhookDelivery other = added(endpoint());
        record(delivered, SampleWebhooks.answered(200, 0));

        deliveries().giveUp(List.of(pending.id(), delivered.id()));

        assertThat(stored(pending).state()).isEqualTo(WebhookDeliveryState.FAILED);
        assertThat(stored(delivered).state()).isEqualTo(WebhookDeliveryState.DELIVERED);
        assertThat(stored(other).state()).isEqualTo(WebhookDeliveryState.PENDING);
    }

    @Test
    default void whatHasEndedIsReopenedOnce() {
        WebhookDelivery failed = added(endpoint());
        WebhookDelivery delivered = added(endpoint());
        deliveries().giveUp(List.of(failed.id()));
        record(delivered, SampleWebhooks.answered(200, 0));

        assertThat(deliveries().reopen(List.of(failed.id(), delivered.id()))).isEqualTo(2);
        assertThat(deliveries().reopen(List.of(failed.id(), delivered.id()))).isZero();

        assertThat(stored(failed)).isEqualTo(failed);
        assertThat(stored(delivered).state()).isEqualTo(WebhookDeliveryState.PENDING);
        assertThat(stored(delivered).attempts()).hasSize(1);
    }

    @Test
    default void aDeliveryKnowsTheJobThatMakesIt() {
        WebhookDelivery delivery = added(endpoint());
        WebhookDelivery other = added(endpoint());
        JobId job = new JobId(UUID.randomUUID());

        deliveries().assign(delivery.id(), job);

        assertThat(stored(delivery).job()).isEqualTo(job);
        assertThat(stored(other)).isEqualTo(other);
    }

    @Test
    default void whatIsOldIsForgottenWithItsAttempts() {
        WebhookEndpoint endpoint = endpoint();
        Instant now = Instant.now();
        WebhookDelivery old = added(SampleWebhooks.delivery(endpoint, now.minus(Duration.ofDays(31))));
        WebhookDelivery older = added(SampleWebhooks.delivery(endpoint, now.minus(Duration.ofDays(40))));
        WebhookDelivery recent = added(SampleWebhooks.delivery(endpoint, now.minus(Duration.ofDays(29))));
        WebhookDelivery pending = added(SampleWebhooks.delivery(endpoint, now.minus(Duration.ofDays(50))));
        record(old, SampleWebhooks.answered(200, 0));
        record(older, SampleWebhooks.answered(200, 0));
        record(recent, SampleWebhooks.answered(200, 0));

        assertThat(forget(1)).isEqualTo(1);
        assertThat(forget(9)).isEqualTo(1);
        assertThat(forget(9)).isZero();

        assertThat(deliveries().find(old.id())).isEmpty();
        assertThat(deliveries().find(older.id())).isEmpty();
        assertThat(deliveries().find(recent.id())).isPresent();
        assertThat(deliveries().find(pending.id())).isPresent();
    }

    private int forget(int limit) {
        return repositories().transactions().call(() -> deliveries().forget(Duration.ofDays(30), limit));
    }

    private void record(WebhookDelivery delivery, WebhookAttempt attempt) {
        repositories().transactions().run(() -> deliveries().record(delivery.id(), attempt));
    }

    private WebhookDelivery stored(WebhookDelivery delivery) {
        return deliveries().find(delivery.id()).orElseThrow();
    }

    private List<WebhookDelivery> listed(WebhookDeliveryFilter filter) {
        return deliveries().list(filter, PageRequest.first(9)).items();
    }

    private WebhookDelivery added(WebhookEndpoint endpoint) {
        return added(SampleWebhooks.delivery(endpoint));
    }

    private WebhookDelivery added(WebhookDelivery delivery) {
        repositories().transactions().run(() -> deliveries().addAll(List.of(delivery)));
        return delivery;
    }

    private WebhookEndpoint endpoint() {
        Creator creator = SampleShop.creator();
        repositories().creators().add(creator);
        WebhookEndpoint endpoint = SampleWebhooks.endpoint(creator.id());
        repositories().webhookEndpoints().add(endpoint, 20);
        return endpoint;
    }

    private WebhookDeliveries deliveries() {
        return repositories().webhookDeliveries();
    }
}
