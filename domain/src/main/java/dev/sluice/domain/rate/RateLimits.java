package dev.sluice.domain.rate;

/**
 * Counts the requests of each requester, in all processes together. No more pass in a window than are allowed. A few less
 * may: a process books some ahead, and what it has booked and not handed out when the window ends is lost.
 *
 * <p>While the processes cannot count together, reads pass uncounted; writes pass up to {@link Allowance#uncounted()} in
 * each process.
 *
 * <p>Safe for use by many threads. Waits seldom, and for a bounded time.
 */
public interface RateLimits {

    /**
     * Spends one request.
     *
     * @param allowance always the same one for the same requester
     * @throws dev.sluice.domain.failure.RetryableFailure only if the thread is interrupted
     */
    Spending spend(Requester requester, Allowance allowance, RequestKind kind);
}
