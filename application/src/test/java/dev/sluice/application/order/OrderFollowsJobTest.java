package dev.sluice.application.order;

import static dev.sluice.application.order.OrderDesk.item;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.sluice.application.webhook.DeliverWebhook;
import dev.sluice.application.webhook.RegisterEndpoint;
import dev.sluice.domain.access.Owner;
import dev.sluice.domain.catalogue.Product;
import dev.sluice.domain.catalogue.ProductDetails;
import dev.sluice.domain.catalogue.SampleShop;
import dev.sluice.domain.job.JobState;
import dev.sluice.domain.order.IllegalOrderStepException;
import dev.sluice.domain.order.InMemoryOrders;
import dev.sluice.domain.order.Order;
import dev.sluice.domain.order.OrderId;
import dev.sluice.domain.order.OrderStatus;
import dev.sluice.domain.order.Orders;
import dev.sluice.domain.page.PageRequest;
import dev.sluice.domain.webhook.SampleWebhooks;
import dev.sluice.domain.webhook.WebhookDelivery;
import dev.sluice.domain.webhook.WebhookDeliveryFilter;
import dev.sluice.domain.webhook.WebhookEndpoint;
import dev.sluice.domain.webhook.WebhookEvent;
import dev.sluice.domain.webhook.WebhookEventType;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class OrderFollowsJobTest {

    private final OrderDesk desk = new OrderDesk();
    private final OrderFollowsJob follower = new OrderFollowsJob(
            desk.repositories().orders(), desk.repositories().products(), desk.announcing(), desk.clock());
    private final Product limited = desk.product(500, 5);
    private final OrderId id = desk.placed(desk.command("key", item(limited, 1), item(limited, 2)));

    @Test
    void aStartedOrderIsCompletedWithItsJob() {
        start();
        follow(JobState.SUCCEEDED);
        assertThat(desk.order(id).status()).isEqualTo(OrderStatus.COMPLETED);
    }

    @Test
    void anOrderFailsWithItsJobEvenIfItNeverStarted() {
        follow(JobState.DEAD);
        assertThat(desk.order(id).status()).isEqualTo(OrderStatus.FAILED);
    }

    @Test
    void aFailedOrderIsQueuedAgainWithItsJob() {
        follow(JobState.DEAD);
        follow(JobState.AVAILABLE);
        assertThat(desk.order(id).status()).isEqualTo(OrderStatus.QUEUED);
    }

    @Test
    void anErasureBesideWaitsUntilAFailedOrderIsQueuedAgain() throws InterruptedException {
        follow(JobState.DEAD);
        InMemoryOrders orders = desk.repositories().orders();
        Thread eraser = Thread.ofPlatform().unstarted(() -> orders.erase(id, new UUID(0, 7)));
        OrderFollowsJob beside = new OrderFollowsJob(
                afterReading(orders, () -> startAndAwaitItsEndOrItsWait(eraser)),
                desk.repositories().products(),
                desk.announcing(),
                desk.clock());

        desk.repositories()
                .transactions()
                .run(() -> beside.follow(List.of(ProcessOrder.Payload.of(id)), JobState.AVAILABLE));

        assertThat(eraser.join(Duration.ofSeconds(30))).isTrue();
        assertThat(desk.order(id).status()).isEqualTo(OrderStatus.QUEUED);
        assertThat(desk.order(id).buyer().isErased()).isTrue();
    }

    /** Orders that are read, and then something happens before anything is done with them. */
    private static Orders afterReading(Orders orders, Runnable happening) {
        return (Orders) Proxy.newProxyInstance(
                Orders.class.getClassLoader(), new Class<?>[] {Orders.class}, (proxy, method, arguments) -> {
                    Object answer = method.invoke(orders, arguments);
                    if (answer instanceof List) {
                        happening.run();
                    }
                    return answer;
                });
    }

    private static void startAndAwaitItsEndOrItsWait(Thread thread) {
        thread.start();
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (thread.getState() != Thread.State.TERMINATED && thread.getState() != Thread.State.TIMED_WAITING) {
            assertThat(System.nanoTime()).isLessThan(deadline);
            Thread.onSpinWait();
        }
    }

    @Test
    void aCancelledOrderGivesTheUnitsOfEachLineBack() {
        assertThat(desk.stockOf(limited)).isEqualTo(2);
        follow(JobState.CANCELLED);
        assertThat(desk.order(id).status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(desk.stockOf(limited)).isEqualTo(5);
    }

    @Test
    void manyOrdersFollowTogether() {
        OrderId second = desk.placed(desk.command("second", item(limited, 1)));
        follower.follow(List.of(ProcessOrder.Payload.of(second), ProcessOrder.Payload.of(id)), JobState.CANCELLED);
        assertThat(desk.order(id).status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(desk.order(second).status()).isEqualTo(OrderStatus.CANCELLED);
        assertThat(desk.stockOf(limited)).isEqualTo(5);
    }

    @Test
    void whatWasPlacedWithoutALimitAddsNothingToALimitSetSince() {
        Product unlimited = desk.product(500, null);
        OrderId order = desk.placed(desk.command("other", item(unlimited, 3)));
        ProductDetails withLimit = SampleShop.productDetails(500, 10, true);
        desk.repositories().products().replace(unlimited.revised(withLimit));
        follower.follow(List.of(ProcessOrder.Payload.of(order)), JobState.CANCELLED);
        assertThat(desk.stockOf(unlimited)).isEqualTo(10);
    }

    @Test
    void aStepThatTheOrderCannotTakeGivesNothingBack() {
        start();
        follow(JobState.SUCCEEDED);
        assertThatExceptionOfType(IllegalOrderStepException.class).isThrownBy(() -> follow(JobState.CANCELLED));
        assertThat(desk.stockOf(limited)).isEqualTo(2);
    }

    @Test
    void aJobWithoutItsOrderIsFollowedByNothing() {
        List<Order> before = desk.orders();
        follower.follow(List.of(new ProcessOrder.Payload(new UUID(0, 1))), JobState.DEAD);
        assertThat(desk.orders()).isEqualTo(before);
    }

    @Test
    void theSellerIsToldOfWhatIsCompletedAndOfWhatHasFailed() {
        WebhookEndpoint endpoint = SampleWebhooks.endpoint(desk.creator().id());
        desk.repositories().webhookEndpoints().add(endpoint, RegisterEndpoint.MOST);
        OrderId second = desk.placed(desk.command("second", item(limited, 1)));
        start();
        follow(JobState.SUCCEEDED);
        follower.follow(List.of(ProcessOrder.Payload.of(second)), JobState.DEAD);

        assertThat(told(endpoint))
                .containsExactlyInAnyOrder(
                        new WebhookEvent(WebhookEventType.ORDER_COMPLETED, id, OrderDesk.NOON),
                        new WebhookEvent(WebhookEventType.ORDER_FAILED, second, OrderDesk.NOON));
        assertThat(desk.engine().enqueued(DeliverWebhook.TYPE)).hasSize(2);
    }

    @Test
    void nobodyIsToldOfWhatIsCancelledOrQueuedAgain() {
        WebhookEndpoint endpoint = SampleWebhooks.endpoint(desk.creator().id(), WebhookEventType.ORDER_COMPLETED);
        desk.repositories().webhookEndpoints().add(endpoint, RegisterEndpoint.MOST);
        follow(JobState.DEAD);
        follow(JobState.AVAILABLE);
        follow(JobState.CANCELLED);

        assertThat(told(endpoint)).isEmpty();
    }

    private List<WebhookEvent> told(WebhookEndpoint endpoint) {
        return desk
                .repositories()
                .webhookDeliveries()
                .list(new WebhookDeliveryFilter(Owner.operations(), endpoint.id(), null), PageRequest.first(10))
                .items()
                .stream()
                .map(WebhookDelivery::event)
                .toList();
    }

    @ParameterizedTest
    @EnumSource(names = {"DISPATCHED", "RUNNING", "RETRYING"})
    void nothingFollowsAStateOnTheWay(JobState state) {
        assertThatIllegalArgumentException().isThrownBy(() -> follow(state));
    }

    private void start() {
        desk.repositories().orders().advance(desk.order(id).start(desk.clock().instant()));
    }

    private void follow(JobState state) {
        follower.follow(List.of(ProcessOrder.Payload.of(id)), state);
    }
}
