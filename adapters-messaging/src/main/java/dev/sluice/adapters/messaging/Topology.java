package dev.sluice.adapters.messaging;

import com.rabbitmq.client.BuiltinExchangeType;
import com.rabbitmq.client.Channel;
import com.rabbitmq.client.ShutdownSignalException;
import dev.sluice.domain.job.QueueName;
import java.io.IOException;
import java.lang.System.Logger.Level;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.springframework.amqp.rabbit.connection.Connection;
import org.springframework.amqp.rabbit.connection.ConnectionListener;

/**
 * The exchanges and queues that jobs travel through. Declaring what is there already changes nothing, so it is done
 * whenever something may be missing: on each connection that publishes, and before each subscription.
 */
final class Topology implements ConnectionListener {

    /** The direct exchange of all job queues; the routing key is the name of the queue. */
    static final String JOBS = "sluice.jobs";

    /** The fanout exchange of wake-ups, to which each worker binds a queue of its own. */
    static final String WAKE_UPS = "sluice.wake";

    /** The fanout exchange of job events, to which each process that listens binds a queue of its own. */
    static final String JOB_EVENTS = "sluice.job-events";

    /**
     * Far above any dispatch window: a full queue refuses what comes, where the default drops what waits. Changing an
     * argument takes a new queue name, since brokers refuse to redeclare a queue otherwise. The delivery limit is left
     * at the broker's default, as nothing is requeued on purpose and the record sends again what a broker has dropped.
     */
    private static final Map<String, Object> ARGUMENTS =
            Map.of("x-queue-type", "quorum", "x-overflow", "reject-publish", "x-max-length", 100_000);

    private static final System.Logger LOG = System.getLogger(Topology.class.getName());

    private final Set<QueueName> queues;

    Topology(Set<QueueName> queues) {
        this.queues = Set.copyOf(queues);
    }

    static String nameOf(QueueName queue) {
        return JOBS + "." + queue.value();
    }

    void requireKnown(Collection<QueueName> consumed) {
        if (!queues.containsAll(consumed)) {
            throw new IllegalArgumentException("a worker can consume only from " + queues + ", not from " + consumed);
        }
    }

    @Override
    public void onCreate(@Nullable Connection connection) {
        if (connection != null) {
            declareOn(connection);
        }
    }

    /** Declares all; never throws, since what cannot be declared now may be there already or be declared next time. */
    void declareOn(Connection connection) {
        for (Declaration declaration : declarations()) {
            if (!declare(connection, declaration)) {
                return;
            }
        }
    }

    private List<Declaration> declarations() {
        List<Declaration> declarations = new ArrayList<>();
        declarations.add(channel -> channel.exchangeDeclare(JOBS, BuiltinExchangeType.DIRECT, true));
        declarations.add(channel -> channel.exchangeDeclare(WAKE_UPS, BuiltinExchangeType.FANOUT, true));
        declarations.add(channel -> channel.exchangeDeclare(JOB_EVENTS, BuiltinExchangeType.FANOUT, true));
        queues.forEach(queue -> declarations.add(channel -> declare(channel, queue)));
        return declarations;
    }

    private static void declare(Channel channel, QueueName queue) throws IOException {
        channel.queueDeclare(nameOf(queue), true, false, false, ARGUMENTS);
        channel.queueBind(nameOf(queue), JOBS, queue.value());
    }

    /** @return whether the connection is of use for more: a refused declaration costs its channel only */
    private static boolean declare(Connection connection, Declaration declaration) {
        try (Channel channel = Channels.open(connection)) {
            declaration.on(channel);
            return true;
        } catch (IOException | TimeoutException | RuntimeException failure) {
            LOG.log(Level.WARNING, "the topology is not declared in full: {0}", Channels.reason(failure));
            return failure.getCause() instanceof ShutdownSignalException refusal && !refusal.isHardError();
        }
    }

    private interface Declaration {
        void on(Channel channel) throws IOException;
    }
}
