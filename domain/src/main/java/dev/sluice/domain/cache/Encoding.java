package dev.sluice.domain.cache;

import java.nio.ByteBuffer;

/**
 * How cached values become bytes and bytes become values: the form in which a client gets them, so that an answer is
 * sent from the cached bytes. Safe for use by many threads.
 */
public interface Encoding {

    /** The media type of the bytes, such as {@code application/json}. */
    String contentType();

    byte[] encode(Object value);

    /** @throws IllegalArgumentException if the bytes are no value of this type */
    <V> V decode(ByteBuffer content, Class<V> type);
}
