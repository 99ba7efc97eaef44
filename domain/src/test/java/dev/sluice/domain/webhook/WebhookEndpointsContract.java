package dev.sluice.domain.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.access.Owner;
import dev.sluice.domain.catalogue.Creator;
import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.catalogue.SampleShop;
import dev.sluice.domain.page.Page;
import dev.sluice.domain.page.PageRequest;
import dev.sluice.domain.repository.Repositories;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What every {@link WebhookEndpoints} does. */
public interface WebhookEndpointsContract {

    Instant UNTIL = SampleWebhooks.NOW.plusSeconds(86_400);

    Repositories repositories();

    @Test
    default void anEndpointIsFoundAsItWasAdded() {
        WebhookEndpoint endpoint = added(creator());

        assertThat(endpoints().find(endpoint.id())).contains(endpoint);
        assertThat(endpoints().find(SampleWebhooks.endpoint(endpoint.creator()).id()))
                .isEmpty();
    }

    @Test
    default void anEndpointIsThereForItsSellerAndForOperationsAlone() {
        WebhookEndpoint endpoint = added(creator());
        Owner stranger = new Owner.Seller(creator());
        Owner seller = new Owner.Seller(endpoint.creator());

        assertThat(endpoints().find(endpoint.id(), seller)).contains(endpoint);
        assertThat(endpoints().find(endpoint.id(), Owner.operations())).contains(endpoint);
        assertThat(endpoints().find(endpoint.id(), stranger)).isEmpty();
        assertThat(endpoints().list(stranger, PageRequest.first(9)).items()).isEmpty();
        assertThat(endpoints().rotate(endpoint.id(), stranger, SampleWebhooks.secret(), UNTIL))
                .isFalse();
        assertThat(endpoints().delete(endpoint.id(), stranger)).isFalse();
        assertThat(endpoints().find(endpoint.id())).contains(endpoint);
    }

    @Test
    default void noCreatorHasMoreThanItMayHowManyAreAddedAtTheSameTime() throws Exception {
        CreatorId creator = creator();
        added(creator());
        List<Callable<Boolean>> adding = Collections.nCopies(12, () -> add(SampleWebhooks.endpoint(creator), 3));

        try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
            List<Future<Boolean>> added = threads.invokeAll(adding);
            assertThat(added.stream().filter(Future::resultNow)).hasSize(3);
        }

        assertThat(endpoints()
                        .list(new Owner.Seller(creator), PageRequest.first(9))
                        .items())
                .hasSize(3);
    }

    @Test
    default void endpointsAreListedNewestFirstAPageAtATime() {
        CreatorId creator = creator();
        List<WebhookEndpoint> newestFirst = Stream.generate(() -> added(creator))
                .limit(3)
                .sorted(Comparator.comparing(
                                (WebhookEndpoint endpoint) -> endpoint.id().value())
                        .reversed())
                .toList();

        Page<WebhookEndpoint> page = endpoints().list(new Owner.Seller(creator), PageRequest.first(2));

        assertThat(page.items()).isEqualTo(newestFirst.subList(0, 2));
        assertThat(endpoints().list(Owner.operations(), new PageRequest(2, page.next())))
                .isEqualTo(new Page<>(List.of(newestFirst.getLast()), null));
    }

    @Test
    default void thoseListenThatWantSuchAnEventOfSuchACreator() {
        CreatorId creator = creator();
        WebhookEndpoint all = added(creator);
        WebhookEndpoint failures = SampleWebhooks.endpoint(creator, WebhookEventType.ORDER_FAILED);
        add(failures, 9);
        WebhookEndpoint off = added(creator);
        endpoints().disable(off.id());
        WebhookEndpoint other = added(creator());
        added(creator());
        List<CreatorId> creators = List.of(creator, other.creator());

        assertThat(endpoints().listening(creators, WebhookEventType.ORDER_COMPLETED))
                .containsExactlyInAnyOrder(all, other);
        assertThat(endpoints().listening(creators, WebhookEventType.ORDER_FAILED))
                .containsExactlyInAnyOrder(all, failures, other);
    }

    @Test
    default void aChangeIsStoredUnlessAnotherCameFirst() {
        WebhookEndpoint endpoint = added(creator());
        WebhookEndpoint revised = endpoint.revised(new WebhookEndpointDetails(
                new WebhookUrl("https://other.example.com/"), Set.of(WebhookEventType.ORDER_FAILED), false));

        assertThat(endpoints().replace(revised)).isTrue();
        assertThat(endpoints().replace(endpoint.revised(endpoint.details()))).isFalse();

        assertThat(endpoints().find(endpoint.id())).contains(revised);
    }

    @Test
    default void aRotatedSecretRetiresTheOneBefore() {
        WebhookEndpoint endpoint = added(creator());
        WebhookSecret second = SampleWebhooks.secret();
        WebhookSecret third = SampleWebhooks.secret();
        Owner seller = new Owner.Seller(endpoint.creator());

        assertThat(endpoints().rotate(endpoint.id(), seller, second, UNTIL)).isTrue();
        assertThat(endpoints().find(endpoint.id())).contains(endpoint.rotated(second, UNTIL));

        assertThat(endpoints().rotate(endpoint.id(), seller, third, UNTIL)).isTrue();
        assertThat(endpoints().find(endpoint.id()))
                .contains(endpoint.rotated(second, UNTIL).rotated(third, UNTIL));
    }

    @Test
    default void aSecretWhoseTimeIsOverIsForgotten() {
        WebhookEndpoint over = added(creator());
        WebhookEndpoint signing = added(creator());
        WebhookSecret next = SampleWebhooks.secret();
        Instant tomorrow = Instant.now().plus(Duration.ofDays(1)).truncatedTo(ChronoUnit.MILLIS);
        endpoints().rotate(over.id(), Owner.operations(), next, Instant.EPOCH);
        endpoints().rotate(signing.id(), Owner.operations(), next, tomorrow);

        endpoints().forgetRetired();
        endpoints().forgetRetired();

        assertThat(endpoints().find(over.id()))
                .contains(over.rotated(next, Instant.EPOCH).withoutRetiring());
        assertThat(endpoints().find(signing.id())).contains(signing.rotated(next, tomorrow));
    }

    @Test
    default void aChangeLeavesTheSecretsAlone() {
        WebhookEndpoint endpoint = added(creator());
        endpoints().rotate(endpoint.id(), Owner.operations(), SampleWebhooks.secret(), UNTIL);
        WebhookEndpoint rotated = endpoints().find(endpoint.id()).orElseThrow();

        endpoints().replace(rotated.revised(endpoint.details().disabled()));

        assertThat(endpoints().find(endpoint.id()).orElseThrow().secrets()).isEqualTo(rotated.secrets());
    }

    @Test
    default void anEndpointIsDisabledOnce() {
        WebhookEndpoint endpoint = added(creator());
        WebhookEndpoint other = added(creator());

        endpoints().disable(endpoint.id());
        endpoints().disable(endpoint.id());

        assertThat(endpoints().find(endpoint.id()))
                .contains(endpoint.revised(endpoint.details().disabled()));
        assertThat(endpoints().find(other.id())).contains(other);
    }

    @Test
    default void anEndpointIsDeleted() {
        WebhookEndpoint endpoint = added(creator());
        WebhookEndpoint other = added(creator());

        assertThat(endpoints().delete(endpoint.id(), new Owner.Seller(endpoint.creator())))
                .isTrue();
        assertThat(endpoints().delete(endpoint.id(), Owner.operations())).isFalse();

        assertThat(endpoints().find(endpoint.id())).isEmpty();
        assertThat(endpoints().find(other.id())).contains(other);
    }

    private WebhookEndpoint added(CreatorId creator) {
        WebhookEndpoint endpoint = SampleWebhooks.endpoint(creator);
        assertThat(add(endpoint, 9)).isTrue();
        return endpoint;
    }

    private boolean add(WebhookEndpoint endpoint, int most) {
        return repositories().transactions().call(() -> endpoints().add(endpoint, most));
    }

    private CreatorId creator() {
        Creator creator = SampleShop.creator();
        repositories().creators().add(creator);
        return creator.id();
    }

    private WebhookEndpoints endpoints() {
        return repositories().webhookEndpoints();
    }
}
