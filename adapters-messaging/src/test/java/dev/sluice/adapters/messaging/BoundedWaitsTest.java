package dev.sluice.adapters.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import com.rabbitmq.client.ConnectionFactory;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class BoundedWaitsTest {

    private final ConnectionFactory factory = new ConnectionFactory();
    private final BoundedWaits waits = new BoundedWaits(Duration.ofSeconds(2));

    @Test
    void theClientsOwnWaitsAreShortened() {
        waits.customize(factory);

        assertThat(factory.getConnectionTimeout()).isEqualTo(2_000);
        assertThat(factory.getHandshakeTimeout()).isEqualTo(2_000);
        assertThat(factory.getChannelRpcTimeout()).isEqualTo(2_000);
        assertThat(factory.getRequestedHeartbeat()).isEqualTo(10);
    }

    @Test
    void aWaitWithoutEndIsBounded() {
        factory.setConnectionTimeout(0);
        factory.setRequestedHeartbeat(0);

        waits.customize(factory);

        assertThat(factory.getConnectionTimeout()).isEqualTo(2_000);
        assertThat(factory.getRequestedHeartbeat()).isEqualTo(10);
    }

    @Test
    void shorterWaitsAreKept() {
        factory.setConnectionTimeout(500);
        factory.setRequestedHeartbeat(3);

        waits.customize(factory);

        assertThat(factory.getConnectionTimeout()).isEqualTo(500);
        assertThat(factory.getRequestedHeartbeat()).isEqualTo(3);
    }
}
