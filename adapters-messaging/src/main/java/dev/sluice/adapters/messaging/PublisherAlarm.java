package dev.sluice.adapters.messaging;

import com.rabbitmq.client.BlockedListener;
import java.lang.System.Logger.Level;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.rabbit.connection.Connection;
import org.springframework.amqp.rabbit.connection.ConnectionListener;

/** Whether the broker, short of memory or disk, has asked for nothing more to be published. */
final class PublisherAlarm implements ConnectionListener, BlockedListener {

    private static final System.Logger LOG = System.getLogger(PublisherAlarm.class.getName());

    private volatile boolean raised;

    boolean isRaised() {
        return raised;
    }

    @Override
    public void onCreate(@Nullable Connection connection) {
        com.rabbitmq.client.Connection created =
                Objects.requireNonNull(Objects.requireNonNull(connection).getDelegate());
        created.addBlockedListener(this);
        // A connection that ends while blocked is never unblocked.
        created.addShutdownListener(signal -> raised = false);
    }

    @Override
    public void handleBlocked(String reason) {
        raised = true;
        LOG.log(Level.WARNING, "the broker blocks publishers: {0}", reason);
    }

    @Override
    public void handleUnblocked() {
        raised = false;
        LOG.log(Level.INFO, "the broker takes messages again");
    }
}
