package dev.sluice.adapters.cache;

/** Says that Redis did not do what it was asked for; counted already. */
final class RedisFailedException extends Exception {

    private static final long serialVersionUID = 1;

    RedisFailedException(Throwable cause) {
        super(cause);
    }
}
