package dev.sluice.adapters.cache;

/** Says that Redis did not do what it was asked for; counted already. */
final class RedisFailedException extends Exception {

    private static final long serialVersionUID = 1;

    private final RedisFailureCause reason;

    RedisFailedException(RedisFailureCause reason, Throwable cause) {
        super(cause);
        this.reason = reason;
    }

    RedisFailureCause reason() {
        return reason;
    }
}
