package dev.sluice.embedded.broker;

/** A broker that outlives whoever uses it: JUnit closes the arguments of a parameterised test, and this ignores that. */
record SharedBroker(Broker broker) implements Broker {
    @Override
    public String name() {
        return broker.name();
    }

    @Override
    public int port() {
        return broker.port();
    }

    @Override
    public void stop() {
        broker.stop();
    }

    @Override
    public void restart() {
        broker.restart();
    }

    @Override
    public void restartEmpty() {
        broker.restartEmpty();
    }

    @Override
    public void close() {
        // The JVM's exit closes what is shared.
    }

    @Override
    public String toString() {
        return name();
    }
}
