package dev.sluice.adapters.cache;

import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import redis.clients.jedis.HostAndPort;

/** A list of servers in a setting. An error does not tell what the setting holds, which may be a URI with a password. */
final class RedisNodes {

    private static final Pattern NODE =
            Pattern.compile("(?<host>\\[[0-9A-Fa-f:.]+]|[^\\s:/@\\[\\]]+):(?<port>\\d{1,5})");
    private static final int LARGEST_PORT = 0xFFFF;

    private RedisNodes() {}

    /**
     * @param key under {@code sluice.redis}
     * @throws IllegalArgumentException if there is no server, or one that is not {@code host:port}
     */
    static Set<HostAndPort> parse(String key, List<String> nodes) {
        if (nodes.isEmpty()) {
            throw refused(key);
        }
        return nodes.stream().map(node -> parse(key, node.strip())).collect(Collectors.toUnmodifiableSet());
    }

    private static HostAndPort parse(String key, String node) {
        Matcher parts = NODE.matcher(node);
        if (!parts.matches()) {
            throw refused(key);
        }
        int port = Integer.parseInt(parts.group("port"));
        if (port < 1 || port > LARGEST_PORT) {
            throw refused(key);
        }
        return new HostAndPort(parts.group("host"), port);
    }

    private static IllegalArgumentException refused(String key) {
        return new IllegalArgumentException(
                "sluice.redis." + key + " must list at least one host:port, and nothing else");
    }
}
