package dev.sluice.adapters.cache;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;

/** Makes large values smaller on their way to Redis and back. */
final class Compression {

    /** Smaller ones gain less than they cost. */
    private static final int WORTHWHILE = 1024;

    /** More than any region lets its values have. */
    private static final int LARGEST = 1 << 28;

    private Compression() {}

    /** The deflated bytes, or the same if that gains nothing. */
    static byte[] deflated(byte[] bytes) {
        if (bytes.length < WORTHWHILE) {
            return bytes;
        }
        ByteArrayOutputStream small = new ByteArrayOutputStream(bytes.length / 2);
        Deflater fast = new Deflater(Deflater.BEST_SPEED);
        try (DeflaterOutputStream deflating = new DeflaterOutputStream(small, fast)) {
            deflating.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("memory cannot be written", e);
        } finally {
            fast.end();
        }
        return small.size() < bytes.length ? small.toByteArray() : bytes;
    }

    /** @throws IOException if the bytes are not deflated, or are not that long */
    static byte[] inflated(byte[] deflated, int length) throws IOException {
        if (length < 0 || length > LARGEST) {
            throw new IOException("no value is " + length + " bytes long");
        }
        try (InflaterInputStream inflating = new InflaterInputStream(new ByteArrayInputStream(deflated))) {
            byte[] bytes = inflating.readNBytes(length);
            if (bytes.length != length || inflating.read() >= 0) {
                throw new IOException("the deflated bytes are not " + length + " long");
            }
            return bytes;
        }
    }
}
