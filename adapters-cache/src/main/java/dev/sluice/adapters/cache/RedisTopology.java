package dev.sluice.adapters.cache;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.HostAndPort;

/** How the servers of Redis are arranged, and where they are. */
sealed interface RedisTopology {

    /** Among how many shards the values are spread; every process must say the same. */
    default int shards() {
        return 1;
    }

    /** One server. */
    record Standalone(HostAndPort server) implements RedisTopology {}

    /**
     * One server that takes writes, and replicas of which one takes its place when it fails.
     *
     * @param master the name under which the sentinels watch them
     * @param user as whom to enter the sentinels
     */
    record Watched(
            String master,
            Set<HostAndPort> sentinels,
            @Nullable String user,
            @Nullable String password) implements RedisTopology {

        public Watched {
            sentinels = Set.copyOf(sentinels);
        }

        /** Leaves the password out. */
        @Override
        public String toString() {
            return master + " of " + sentinels;
        }
    }

    /**
     * Several servers that share the keys among them.
     *
     * @param nodes some of them, which know the others
     */
    record Cluster(Set<HostAndPort> nodes) implements RedisTopology {

        /** So many that each of a few servers gets about its share, and so few that to invalidate in all costs little. */
        private static final int SHARDS = 16;

        public Cluster {
            nodes = Set.copyOf(nodes);
        }

        @Override
        public int shards() {
            return SHARDS;
        }
    }
}
