package dev.sluice.adapters.cache;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import redis.clients.jedis.HostAndPort;
import redis.clients.jedis.Protocol;

/** Where Redis is and as whom to enter. Its text holds no password, and neither do its errors. */
record RedisAddress(
        HostAndPort server,
        boolean tls,
        int database,
        @Nullable String user,
        @Nullable String password) {

    private static final Set<String> SCHEMES = Set.of("redis", "rediss");

    /** @throws IllegalArgumentException if the text is no address */
    static RedisAddress parse(String text) {
        try {
            return of(new URI(text));
        } catch (URISyntaxException | NumberFormatException e) {
            throw malformed();
        }
    }

    private static RedisAddress of(URI uri) {
        if (uri.getScheme() == null || !SCHEMES.contains(uri.getScheme()) || uri.getHost() == null) {
            throw malformed();
        }
        int port = uri.getPort() < 0 ? Protocol.DEFAULT_PORT : uri.getPort();
        String[] login =
                uri.getUserInfo() == null ? new String[0] : uri.getUserInfo().split(":", 2);
        return new RedisAddress(
                new HostAndPort(uri.getHost(), port),
                uri.getScheme().equals("rediss"),
                database(uri.getPath()),
                part(login, 0),
                part(login, 1));
    }

    private static int database(String path) {
        return path.length() < 2 ? 0 : Integer.parseUnsignedInt(path.substring(1));
    }

    private static @Nullable String part(String[] login, int index) {
        return login.length <= index || login[index].isEmpty() ? null : login[index];
    }

    private static IllegalArgumentException malformed() {
        return new IllegalArgumentException(
                "sluice.redis.uri must look like redis://[user:password@]host[:port][/database], or rediss:// for TLS");
    }

    @Override
    public String toString() {
        return (tls ? "rediss://" : "redis://") + server + "/" + database;
    }
}
