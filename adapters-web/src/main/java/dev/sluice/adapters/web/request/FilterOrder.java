package dev.sluice.adapters.web.request;

import org.springframework.core.Ordered;

/** Which filter meets a request when, first things first. */
public final class FilterOrder {

    public static final int REQUEST_ID = Ordered.HIGHEST_PRECEDENCE;

    /** After Spring Boot's measurement of requests, which has the place before; what any filter below refuses is readable. */
    public static final int CROSS_ORIGIN = REQUEST_ID + 2;

    public static final int DEADLINE = CROSS_ORIGIN + 1;

    /** Before bad credentials are refused, which are counted too. */
    public static final int RATE_LIMIT = DEADLINE + 1;

    public static final int CREDENTIAL = RATE_LIMIT + 1;

    public static final int ANSWER_FROM_MEMORY = CREDENTIAL + 1;

    /** What answers from memory reads no body. */
    public static final int BODY_LIMIT = ANSWER_FROM_MEMORY + 1;

    private FilterOrder() {}
}
