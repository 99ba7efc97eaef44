package dev.sluice.adapters.persistence.pool;

import java.util.Optional;
import java.util.OptionalInt;

/**
 * How the server's connections are divided among all processes.
 *
 * @param own the kind that this process is of
 * @param others the other kind
 * @param server what the server has, empty while it cannot be asked
 */
record PoolBudget(Group own, Group others, Optional<ServerLimits> server, Machine machine) {

    /** Left over for migrations, backups and people. */
    private static final int HEADROOM = 5;

    /** On two processors, where most of a statement's time goes to the way there and back, 20 are enough. */
    private static final int PER_PROCESSOR = 10;

    /** What a connection with its prepared statements and the rows that are under way takes in memory at most. */
    private static final long BYTES = 4L << 20;

    private static final int WITHOUT_SERVER = 20;

    /** @param explicit what the pool's own setting says, which wins */
    PoolSize size(OptionalInt explicit) {
        if (explicit.isPresent()) {
            return new PoolSize(explicit.getAsInt(), "as spring.datasource.hikari.maximum-pool-size says");
        }
        return own.size().isPresent()
                ? new PoolSize(own.size().getAsInt(), "as configured")
                : server.map(this::derived)
                        .orElse(new PoolSize(WITHOUT_SERVER, "the default, for the server cannot be asked"));
    }

    private PoolSize derived(ServerLimits limits) {
        int processors = machine.processors() * PER_PROCESSOR;
        int memory = (int) Math.min(Integer.MAX_VALUE, machine.heapBytes() / BYTES);
        int share = share(limits);
        int size = Math.max(1, Math.min(share, Math.min(processors, memory)));
        return new PoolSize(
                size,
                "the least of %d for %d processors, %d for the memory and %d of the server's %d"
                        .formatted(processors, machine.processors(), memory, share, limits.usable()));
    }

    /** What falls to each process of this kind. */
    private int share(ServerLimits limits) {
        int spare = limits.usable() - HEADROOM;
        return others.size().isPresent()
                ? (spare - others.replicas() * others.size().getAsInt()) / Math.max(1, own.replicas())
                : spare / Math.max(1, own.replicas() + others.replicas());
    }

    /**
     * Checks a size against what the server has. Others whose size is not said are taken to have as many.
     *
     * @return in words what is wrong with it, if anything is
     */
    Optional<String> excess(int size) {
        int all = own.replicas() * size + others.replicas() * others.size().orElse(size);
        return server.filter(limits -> all > limits.usable())
                .map(limits -> ("sluice.database: %d processes with %d connections and %d with %d need %d,"
                                + " and the server has %d for them")
                        .formatted(
                                own.replicas(),
                                size,
                                others.replicas(),
                                others.size().orElse(size),
                                all,
                                limits.usable()));
    }

    /** The same, now that the server has been asked. */
    PoolBudget with(ServerLimits answered) {
        return new PoolBudget(own, others, Optional.of(answered), machine);
    }
}
