package dev.sluice.adapters.cache;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How Redis is reached, and for how long anybody waits for it. Durations are from 1 ms to 1 min.
 *
 * @param uri {@code redis://[user:password@]host[:port][/database]}, or {@code rediss://} for TLS; with sentinels or a
 *     cluster all of it but host and port counts
 * @param password stands for the one in the URI
 * @param sentinel if sentinels know where to write
 * @param cluster if several servers share the keys
 * @param connectTimeout for a new connection
 * @param timeout for each answer
 * @param maxConnections the size of the readers' pool, of which there is one for each server of a cluster; what nothing else
 *     does has connections of its own
 * @param maxWait for a free connection of the pool
 * @param failurePause for how long Redis is not asked for values after it failed
 * @param budget how much time all reads of a request together may spend on waiting for Redis
 * @param fetchWait for how long a reader waits for another's fetch of the same value before it fetches itself
 * @param spareFetches how many such readers fetch at a time; half as many values are refreshed before anybody misses them
 */
@ConfigurationProperties("sluice.redis")
record RedisProperties(
        @DefaultValue("redis://127.0.0.1:6379") String uri,
        @Nullable String password,
        @Nullable Sentinel sentinel,
        @Nullable Cluster cluster,
        @DefaultValue("200ms") Duration connectTimeout,
        @DefaultValue("200ms") Duration timeout,
        @DefaultValue("16") int maxConnections,
        @DefaultValue("50ms") Duration maxWait,
        @DefaultValue("1s") Duration failurePause,
        @DefaultValue("250ms") Duration budget,
        @DefaultValue("3s") Duration fetchWait,
        @DefaultValue("4") int spareFetches) {

    private static final Duration SHORTEST = Duration.ofMillis(1);
    private static final Duration LONGEST = Duration.ofMinutes(1);

    /**
     * Where sentinels are.
     *
     * @param master the name under which they watch the server to write to and its replicas
     * @param nodes each {@code host:port}
     * @param user as whom to enter the sentinels, which have users of their own
     */
    record Sentinel(
            @DefaultValue("") String master,
            @DefaultValue List<String> nodes,
            @Nullable String user,
            @Nullable String password) {

        Sentinel {
            nodes = List.copyOf(nodes);
            if (master.isBlank()) {
                throw new IllegalArgumentException("sluice.redis.sentinel.master must name what the sentinels watch");
            }
            RedisNodes.parse("sentinel.nodes", nodes);
        }

        /** Leaves the password out. */
        @Override
        public String toString() {
            return master + " of " + nodes;
        }
    }

    /**
     * Where a cluster is.
     *
     * @param nodes some of its servers, which know the others, each {@code host:port}
     */
    record Cluster(@DefaultValue List<String> nodes) {

        Cluster {
            nodes = List.copyOf(nodes);
            RedisNodes.parse("cluster.nodes", nodes);
        }
    }

    RedisProperties {
        requireOneTopology(sentinel, cluster);
        requireDatabase(RedisAddress.parse(uri), cluster);
        requireSpan("connect-timeout", connectTimeout);
        requireSpan("timeout", timeout);
        requireSpan("max-wait", maxWait);
        requireSpan("failure-pause", failurePause);
        requireSpan("budget", budget);
        requireSpan("fetch-wait", fetchWait);
        requireSome("max-connections", maxConnections);
        requireSome("spare-fetches", spareFetches);
    }

    private static void requireOneTopology(@Nullable Sentinel sentinel, @Nullable Cluster cluster) {
        if (sentinel != null && cluster != null) {
            throw new IllegalArgumentException(
                    "sluice.redis.sentinel and sluice.redis.cluster exclude each other: set one of them");
        }
    }

    private static void requireDatabase(RedisAddress address, @Nullable Cluster cluster) {
        if (cluster != null && address.database() != 0) {
            throw new IllegalArgumentException(
                    "sluice.redis.uri must not name a database with sluice.redis.cluster.nodes: a cluster has only one");
        }
    }

    private static void requireSome(String key, int number) {
        if (number < 1) {
            throw new IllegalArgumentException("sluice.redis." + key + " must be at least 1, not " + number);
        }
    }

    RedisAddress address() {
        return RedisAddress.parse(uri);
    }

    RedisTopology topology() {
        if (sentinel != null) {
            return new RedisTopology.Watched(
                    sentinel.master(),
                    RedisNodes.parse("sentinel.nodes", sentinel.nodes()),
                    sentinel.user(),
                    sentinel.password());
        }
        return cluster == null
                ? new RedisTopology.Standalone(address().server())
                : new RedisTopology.Cluster(RedisNodes.parse("cluster.nodes", cluster.nodes()));
    }

    private static void requireSpan(String key, Duration span) {
        if (span.compareTo(SHORTEST) < 0 || span.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("sluice.redis." + key + " must be from 1ms to 1m, not " + span);
        }
    }

    /** Leaves the passwords out. */
    @Override
    public String toString() {
        return "RedisProperties[" + address() + ", " + topology() + "]";
    }
}
