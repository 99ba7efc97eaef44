package dev.sluice.adapters.persistence.pool;

import com.zaxxer.hikari.HikariDataSource;
import com.zaxxer.hikari.HikariPoolMXBean;
import java.util.function.IntSupplier;

/** How many connections may be taken now: as many as the pool may have, or has while none can be added. */
record PoolCapacity(HikariDataSource pool, Outage outage) implements IntSupplier {

    @Override
    public int getAsInt() {
        return outage.isOn() ? Math.min(pool.getMaximumPoolSize(), open()) : pool.getMaximumPoolSize();
    }

    private int open() {
        HikariPoolMXBean begun = pool.getHikariPoolMXBean();
        return begun == null ? 0 : begun.getTotalConnections();
    }
}
