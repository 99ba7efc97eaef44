package dev.sluice.adapters.cache;

/**
 * What came of asking Redis.
 *
 * @param <T> the type of what it says
 */
sealed interface Answer<T> {

    /** Redis said something. */
    record Given<T>(T content) implements Answer<T> {}

    /** Redis was asked in vain; counted already. */
    record Failed<T>(RedisFailureCause reason, RuntimeException cause) implements Answer<T> {}

    /** Redis is left alone, or nobody had time to wait for it. */
    record Unknown<T>() implements Answer<T> {}
}
