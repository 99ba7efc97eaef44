package dev.sluice.adapters.cache;

import java.nio.ByteBuffer;
import java.util.Optional;
import java.util.zip.CRC32C;

/**
 * The form in which a value lies in Redis: a checksum over its key and its bytes, then the bytes. It tells a value from
 * what somebody else wrote, from a torn one and from the answer to another question, at less cost than decoding it.
 */
final class Envelope {

    private Envelope() {}

    static byte[] seal(byte[] key, byte[] value) {
        return ByteBuffer.allocate(Integer.BYTES + value.length)
                .putInt(checksum(key, ByteBuffer.wrap(value)))
                .put(value)
                .array();
    }

    /** The value, or empty if this is none that was stored under the key. */
    static Optional<byte[]> open(byte[] key, byte[] stored) {
        if (stored.length < Integer.BYTES) {
            return Optional.empty();
        }
        ByteBuffer content = ByteBuffer.wrap(stored);
        int expected = content.getInt();
        byte[] value = new byte[content.remaining()];
        content.get(content.position(), value);
        return checksum(key, content) == expected ? Optional.of(value) : Optional.empty();
    }

    private static int checksum(byte[] key, ByteBuffer value) {
        CRC32C checksum = new CRC32C();
        checksum.update(key);
        checksum.update(value);
        return (int) checksum.getValue();
    }
}
