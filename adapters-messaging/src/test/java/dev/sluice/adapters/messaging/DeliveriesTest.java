package dev.sluice.adapters.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import com.rabbitmq.client.AMQP.BasicProperties;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.Envelope;
import com.rabbitmq.client.ShutdownSignalException;
import java.lang.reflect.Proxy;
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

        assertThat(deliveries.next().getEnvelope().getDeliveryTag()).isEqualTo(1);
        assertThat(deliveries.next().getEnvelope().getDeliveryTag()).isEqualTo(2);
    }

    @Test
    void theDeletionOfTheQueueEndsThem() {
        deliver(1);

        deliveries.handleCancel("consumer");

        assertThatIOException().isThrownBy(deliveries::next);
    }

    @Test
    void theEndOfTheChannelEndsThem() {
        deliver(1);

        deliveries.handleShutdownSignal("consumer", new ShutdownSignalException(true, false, null, null));

        assertThatIOException().isThrownBy(deliveries::next);
    }

    private void deliver(long tag) {
        deliveries.handleDelivery("consumer", new Envelope(tag, false, "", ""), new BasicProperties(), new byte[0]);
    }
}
