package dev.sluice.adapters.messaging;

import com.rabbitmq.client.ConnectionFactory;
import java.time.Duration;
import org.springframework.boot.amqp.autoconfigure.ConnectionFactoryCustomizer;

/** Bounds every wait of the client, whose own defaults are minutes: 1 to connect and 10 for an answer. */
record BoundedWaits(Duration replyTimeout) implements ConnectionFactoryCustomizer {

    /** A broker that has gone without a word is noticed within twice this many seconds. */
    private static final int HEARTBEAT = 10;

    @Override
    public void customize(ConnectionFactory factory) {
        int longest = Math.toIntExact(replyTimeout.toMillis());
        factory.setConnectionTimeout(atMost(longest, factory.getConnectionTimeout()));
        factory.setHandshakeTimeout(atMost(longest, factory.getHandshakeTimeout()));
        factory.setChannelRpcTimeout(atMost(longest, factory.getChannelRpcTimeout()));
        factory.setRequestedHeartbeat(atMost(HEARTBEAT, factory.getRequestedHeartbeat()));
    }

    /** To the client, 0 means for ever. */
    private static int atMost(int longest, int configured) {
        return configured == 0 ? longest : Math.min(longest, configured);
    }
}
