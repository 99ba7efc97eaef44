package dev.sluice.adapters.web.limit;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** What a client can hardly leave: its address, or of IPv6 the /64, within which it has as many as it likes. */
final class ClientNetwork {

    private static final String UNKNOWN = "unknown";
    private static final int LONGEST_IPV4 = 15;
    private static final int NETWORK_BYTES = 8;

    private ClientNetwork() {}

    /** @param address as the connection, or whoever forwards, says; those that cannot be read are one network */
    static String of(@Nullable String address) {
        if (address == null) {
            return UNKNOWN;
        }
        return address.length() <= LONGEST_IPV4 && address.indexOf(':') < 0 ? address : parsed(address);
    }

    private static String parsed(String address) {
        String host = withoutPort(address);
        int zone = host.indexOf('%');
        try {
            InetAddress parsed = InetAddress.ofLiteral(zone < 0 ? host : host.substring(0, zone));
            return parsed instanceof Inet6Address
                    ? HexFormat.of().formatHex(parsed.getAddress(), 0, NETWORK_BYTES)
                    : parsed.getHostAddress();
        } catch (IllegalArgumentException noAddress) {
            return UNKNOWN;
        }
    }

    /** Some proxies forward the port too, of IPv6 behind brackets. */
    private static String withoutPort(String address) {
        int bracket = address.indexOf(']');
        if (address.startsWith("[") && bracket > 0) {
            return address.substring(1, bracket);
        }
        int colon = address.indexOf(':');
        return colon == address.lastIndexOf(':') && colon >= 0 ? address.substring(0, colon) : address;
    }
}
