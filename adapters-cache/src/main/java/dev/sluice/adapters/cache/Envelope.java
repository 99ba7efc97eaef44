package dev.sluice.adapters.cache;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.IOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.util.HexFormat;
import java.util.Optional;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;

/**
 * The form in which an entry lies in Redis: a checksum over its key and all that follows, then what a reader must know to
 * believe it, then its bytes. The checksum tells it from what somebody else wrote, from a torn one and from the answer to
 * another question.
 *
 * @param schema what the value is made of, see {@link Schemas}
 * @param stamp must be what the generations are when it is read
 * @param entry when it was born is not known here
 */
record Envelope(long schema, String stamp, Entry entry) {

    private static final byte ABSENT = 0;
    private static final byte PLAIN = 1;
    private static final byte DEFLATED = 2;
    private static final int VERSION_BYTES = 16;
    private static final int FIXED_BYTES = Integer.BYTES + 1 + 4 * Long.BYTES + VERSION_BYTES + 2 * Integer.BYTES;

    byte[] sealed(byte[] key) {
        byte[] bytes = entry.bytes();
        byte[] plain = bytes == null ? new byte[0] : bytes;
        byte[] content = Compression.deflated(plain);
        byte[] mark = stamp.getBytes(US_ASCII);
        ByteBuffer sealed = ByteBuffer.allocate(FIXED_BYTES + mark.length + content.length)
                .putInt(0)
                .put(bytes == null ? ABSENT : content.length < plain.length ? DEFLATED : PLAIN)
                .putLong(schema)
                .putLong(entry.lifetime().fresh())
                .putLong(entry.lifetime().refreshable())
                .putLong(entry.lifetime().lastResort())
                .put(bytes == null ? new byte[VERSION_BYTES] : HexFormat.of().parseHex(entry.version()))
                .putInt(mark.length)
                .put(mark)
                .putInt(plain.length)
                .put(content);
        return sealed.putInt(0, checksum(key, sealed.array())).array();
    }

    /** What was sealed, or empty if this is nothing that was sealed under the key. */
    static Optional<Envelope> open(byte[] key, byte[] sealed) {
        if (sealed.length < FIXED_BYTES || ByteBuffer.wrap(sealed).getInt() != checksum(key, sealed)) {
            return Optional.empty();
        }
        try {
            return Optional.of(read(ByteBuffer.wrap(sealed, Integer.BYTES, sealed.length - Integer.BYTES)));
        } catch (BufferUnderflowException | IOException otherForm) {
            return Optional.empty();
        }
    }

    private static Envelope read(ByteBuffer from) throws IOException {
        byte form = from.get();
        if (form != ABSENT && form != PLAIN && form != DEFLATED) {
            throw new IOException("a form of a later release");
        }
        long schema = from.getLong();
        Lifetime lifetime = new Lifetime(from.getLong(), from.getLong(), from.getLong());
        String version = HexFormat.of().formatHex(next(from, VERSION_BYTES));
        String stamp = new String(next(from, from.getInt()), US_ASCII);
        int length = from.getInt();
        byte[] content = next(from, from.remaining());
        return new Envelope(schema, stamp, Entry.known(plain(form, content, length), version, lifetime));
    }

    private static byte @Nullable [] plain(byte form, byte[] content, int length) throws IOException {
        return switch (form) {
            case ABSENT -> null;
            case PLAIN -> content;
            default -> Compression.inflated(content, length);
        };
    }

    private static byte[] next(ByteBuffer from, int length) throws IOException {
        if (length < 0 || length > from.remaining()) {
            throw new IOException("a length beyond the end");
        }
        byte[] bytes = new byte[length];
        from.get(bytes);
        return bytes;
    }

    private static int checksum(byte[] key, byte[] sealed) {
        CRC32C checksum = new CRC32C();
        checksum.update(key);
        checksum.update(sealed, Integer.BYTES, sealed.length - Integer.BYTES);
        return (int) checksum.getValue();
    }
}
