package dev.sluice.adapters.persistence.pool;

import dev.sluice.domain.load.DatabaseFigures;

/** The figures of the pool and of the door in front of it. */
record PoolFigures(Admission admission, PoolCapacity connections, Outage outage) implements DatabaseFigures {

    @Override
    public int waiting() {
        return admission.waiting();
    }

    @Override
    public int inUse() {
        return admission.inUse();
    }

    @Override
    public int capacity() {
        return connections.getAsInt();
    }

    @Override
    public boolean cannotConnect() {
        return outage.isOn();
    }
}
