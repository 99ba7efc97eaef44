package dev.sluice.adapters.webhook;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.hc.core5.http.HttpHost;

/**
 * Where a URL leads.
 *
 * @param host whom to connect to
 */
record Target(URI uri, HttpHost host) {

    private static final int HIGHEST_PORT = 65_535;

    private static final Pattern IPV6 = Pattern.compile("[0-9A-Fa-f:.]+");

    /** As everybody writes them: no other number of parts, no base but ten, no leading zeros, on which readers differ. */
    private static final Pattern IPV4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}");

    /** The last label of a name has a letter first; what has a digit there is read as an address by some. */
    private static final Pattern NAME = Pattern.compile(
            "(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\\.)*[A-Za-z](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?");

    /**
     * Reads a URL strictly, so that nothing can be understood in two ways.
     *
     * @param plain whether it may do without TLS
     * @return empty for a text that is no such URL
     */
    static Optional<Target> parse(String text, boolean plain) {
        try {
            return of(new URI(text), plain);
        } catch (URISyntaxException noUri) {
            return Optional.empty();
        }
    }

    private static Optional<Target> of(URI uri, boolean plain) {
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        boolean web = scheme.equals("https") || (plain && scheme.equals("http"));
        String host = uri.getHost();
        boolean bare = uri.getRawUserInfo() == null && uri.getRawFragment() == null;
        return web && bare && host != null && isPort(uri.getPort())
                ? hostName(host).map(name -> new Target(uri, new HttpHost(scheme, name, uri.getPort())))
                : Optional.empty();
    }

    private static boolean isPort(int port) {
        return port == -1 || (port >= 1 && port <= HIGHEST_PORT);
    }

    private static Optional<String> hostName(String host) {
        if (host.startsWith("[")) {
            return Optional.of(host.substring(1, host.length() - 1))
                    .filter(literal -> IPV6.matcher(literal).matches());
        }
        return Optional.of(host)
                .filter(name ->
                        IPV4.matcher(name).matches() || NAME.matcher(name).matches());
    }
}
