package dev.sluice.adapters.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Delivery;
import com.rabbitmq.client.Envelope;
import com.rabbitmq.client.ShutdownSignalException;
import java.lang.reflect.Proxy;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeliveriesTest {

    private final Channel channel = (Channel) Proxy.newProxyInstance(
            getClass().getClassLoader(), new Class<?>[] {Channel.class}, (proxy, method, arguments) -> {
                throw new UnsupportedOperationException(method.getName());
            });
    private final Deliveries deliveries = new Deliveries(channel);

    @Test
    void deliveriesAreTakenInTheirOrder() throws Exception {
        deliver(1);
        deliver(2);

        deliver(3);

        assertThat(tags(deliveries.next(2))).containsExactly(1L, 2L);
        assertThat(tags(deliveries.next(2))).containsExactly(3L);
    }

    @Test
    void theRestIsWhatCameBeforeTheSubscriptionWasCancelled() throws Exception {
        deliver(1);
        deliver(2);
        deliveries.handleCancelOk("consumer");

        assertThat(tags(deliveries.rest())).containsExactly(1L, 2L);
        deliveries.handleCancelOk("next consumer");
        assertThat(deliveries.rest()).isEmpty();
    }

    @Test
    void theEndOfTheChannelEndsTheWaitForTheRest() {
        deliveries.handleShutdownSignal("consumer", new ShutdownSignalException(true, false, null, null));

        assertThatIOException().isThrownBy(deliveries::rest);
    }

    private static List<Long> tags(List<Delivery> taken) {
        return taken.stream()
                .map(delivery -> delivery.getEnvelope().getDeliveryTag())
                .toList();
    }

    @Test
    void theDeletionOfTheQueueEndsThem() {
        deliver(1);

        deliveries.handleCancel("consumer");

        assertThatIOException().isThrownBy(() -> deliveries.next(1));
    }

    @Test
    void theEndOfTheChannelEndsThem() {
        deliver(1);

        deliveries.handleShutdownSignal("consumer", new ShutdownSignalException(true, false, null, null));

        assertThatIOException().isThrownBy(() -> deliveries.next(1));
    }

    private void deliver(long tag) {
        deliveries.handleDelivery("consumer", new Envelope(tag, false, "", ""), new BasicProperties(), new byte[0]);
    }
}
