package dev.sluice.adapters.messaging;

import com.rabbitmq.client.Channel;
import java.io.IOException;
import java.util.Objects;
import org.springframework.amqp.rabbit.connection.Connection;

/** Plain channels, for what must not share a pooled one, and what went wrong on them. */
final class Channels {

    private Channels() {}

    /** Opens a channel that closing really closes. */
    static Channel open(Connection connection) throws IOException {
        Channel channel =
                Objects.requireNonNull(connection.getDelegate(), "connection").createChannel();
        if (channel == null) {
            throw new IOException("the connection has no channel left");
        }
        return channel;
    }

    /** The innermost cause, which is the broker's word if it gave one. */
    static String reason(Throwable failure) {
        Throwable innermost = failure;
        while (innermost.getCause() != null) {
            innermost = innermost.getCause();
        }
        return innermost.toString();
    }
}
