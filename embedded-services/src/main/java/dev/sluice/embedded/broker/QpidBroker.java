package dev.sluice.embedded.broker;

import dev.sluice.embedded.process.AtExit;
import dev.sluice.embedded.process.LoopbackPort;

/**
 * Qpid Broker-J inside this JVM, holding queues and messages in memory only. It accepts the arguments of RabbitMQ's
 * queues (quorum, dead letter, limits) and ignores those it does not know.
 */
public final class QpidBroker implements Broker {
    private final int port;
    private QpidRun run;

    private QpidBroker(int port) {
        this.port = port;
        this.run = QpidRun.start(port);
    }

    /** Starts a broker on a free port. */
    public static QpidBroker start() {
        return start(0);
    }

    /**
     * Starts a broker on the port, 0 for a free one.
     *
     * @throws dev.sluice.embedded.process.PortTakenException when the port is taken
     */
    public static QpidBroker start(int port) {
        var broker = new QpidBroker(LoopbackPort.orFree(port));
        AtExit.close(broker);
        return broker;
    }

    @Override
    public String name() {
        return "Qpid Broker-J";
    }

    @Override
    public int port() {
        return port;
    }

    @Override
    public synchronized void stop() {
        run.end();
    }

    @Override
    public synchronized void restart() {
        run.end();
        run = QpidRun.start(port);
    }

    @Override
    public void restartEmpty() {
        restart();
    }

    @Override
    public synchronized void close() {
        AtExit.forget(this);
        run.end();
    }

    @Override
    public String toString() {
        return name();
    }
}
