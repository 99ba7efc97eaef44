package dev.sluice.adapters.webhook;

import java.net.InetAddress;

/**
 * Addresses that begin with the same bits.
 *
 * @param first one of them
 * @param bits how many bits they have in common
 */
record AddressBlock(InetAddress first, int bits) {

    /** @param text an address, a slash and the number of bits */
    static AddressBlock parse(String text) {
        int slash = text.indexOf('/');
        return new AddressBlock(
                InetAddress.ofLiteral(text.substring(0, slash)), Integer.parseInt(text, slash + 1, text.length(), 10));
    }

    boolean contains(byte[] address) {
        byte[] prefix = first.getAddress();
        if (address.length != prefix.length) {
            return false;
        }
        for (int bit = 0; bit < bits; bit++) {
            int mask = 0x80 >> bit % 8;
            if ((address[bit / 8] & mask) != (prefix[bit / 8] & mask)) {
                return false;
            }
        }
        return true;
    }
}
