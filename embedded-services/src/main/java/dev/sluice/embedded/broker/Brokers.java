package dev.sluice.embedded.broker;

import java.util.List;

/** The brokers that the tests of this JVM share: started on first use, closed when the JVM exits. */
public final class Brokers {
    private Brokers() {}

    /**
     * Qpid, and RabbitMQ where it is installed; closing one does nothing. Tests keep apart by the names of their queues.
     *
     * @throws IllegalStateException in CI (environment {@code CI=true}) when RabbitMQ is not installed
     */
    public static List<Broker> available() {
        return Shared.BROKERS;
    }

    private static final class Shared {
        static final List<Broker> BROKERS = BrokerProduct.available().stream()
                .map(BrokerProduct::start)
                .<Broker>map(SharedBroker::new)
                .toList();
    }
}
