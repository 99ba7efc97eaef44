package dev.sluice.adapters.webhook;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/** A name service that knows what it was told, and what is an address by itself. */
final class KnownNames implements NameService {

    private final Map<String, InetAddress[]> known = new ConcurrentHashMap<>();
    private final List<String> asked = new CopyOnWriteArrayList<>();

    KnownNames with(String name, String... addresses) {
        known.put(name, Arrays.stream(addresses).map(InetAddress::ofLiteral).toArray(InetAddress[]::new));
        return this;
    }

    @Override
    public InetAddress[] lookUp(String host) throws UnknownHostException {
        asked.add(host);
        InetAddress[] addresses = known.get(host);
        return addresses == null ? literal(host) : addresses;
    }

    private static InetAddress[] literal(String host) throws UnknownHostException {
        try {
            return new InetAddress[] {InetAddress.ofLiteral(host)};
        } catch (IllegalArgumentException noLiteral) {
            throw new UnknownHostException(host);
        }
    }

    /** What it was asked for, in this order. */
    List<String> asked() {
        return List.copyOf(asked);
    }
}
