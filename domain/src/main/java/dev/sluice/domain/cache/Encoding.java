package dev.sluice.domain.cache;

/**
 * How the values of a cache region become bytes and bytes become values: the form in which a client gets them, so that
 * an answer is sent from the cached bytes. Safe for use by many threads.
 *
 * @param <V> the type of the values
 */
public interface Encoding<V> {

    byte[] encode(V value);

    /** @throws IllegalArgumentException if the bytes are no such value */
    V decode(byte[] bytes);
}
