package dev.sluice.adapters.webhook;

import java.net.InetAddress;
import java.util.List;
import java.util.stream.Stream;

/**
 * The addresses that are anybody's to reach, after IANA's registries of special addresses. Of IPv6 that is what is
 * allotted, without what holds an address of IPv4: where that leads depends on the network.
 */
final class PublicNetwork {

    private static final List<AddressBlock> SPECIAL_IPV4 = blocks(
            "0.0.0.0/8",
            "10.0.0.0/8",
            "100.64.0.0/10",
            "127.0.0.0/8",
            // What the metadata services of most clouds answer at is among these.
            "169.254.0.0/16",
            "172.16.0.0/12",
            "192.0.0.0/24",
            "192.0.2.0/24",
            "192.88.99.0/24",
            "192.168.0.0/16",
            "198.18.0.0/15",
            "198.51.100.0/24",
            "203.0.113.0/24",
            "224.0.0.0/4",
            "240.0.0.0/4",
            // Public by its number, but a service that Azure has in every machine.
            "168.63.129.16/32");

    private static final AddressBlock ALLOTTED_IPV6 = AddressBlock.parse("2000::/3");

    private static final List<AddressBlock> SPECIAL_IPV6 = blocks(
            // Teredo, ORCHID, benchmarks and the like.
            "2001::/23",
            "2001:db8::/32",
            // 6to4.
            "2002::/16",
            "3fff::/20");

    private PublicNetwork() {}

    static boolean holds(InetAddress address) {
        byte[] bytes = address.getAddress();
        return bytes.length == 4
                ? isOutside(SPECIAL_IPV4, bytes)
                : ALLOTTED_IPV6.contains(bytes) && isOutside(SPECIAL_IPV6, bytes) && !isIsatap(bytes);
    }

    private static boolean isOutside(List<AddressBlock> special, byte[] address) {
        return special.stream().noneMatch(block -> block.contains(address));
    }

    /** Whether its last half says that an address of IPv4 follows (RFC 5214). */
    private static boolean isIsatap(byte[] address) {
        return (address[8] & 0xfd) == 0 && address[9] == 0 && address[10] == 0x5e && address[11] == (byte) 0xfe;
    }

    private static List<AddressBlock> blocks(String... texts) {
        return Stream.of(texts).map(AddressBlock::parse).toList();
    }
}
