package dev.sluice.adapters.web.request;

import jakarta.servlet.http.HttpServletRequest;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The id under which a request is logged and answered: the client's own if it is harmless, else a new one. */
public final class RequestId {

    public static final String HEADER = "X-Request-Id";

    private static final String ATTRIBUTE = RequestId.class.getName();
    private static final Pattern SHAPE = Pattern.compile("[A-Za-z0-9-]{1,64}");

    private RequestId() {}

    /** The same for the whole life of a request. */
    public static String of(HttpServletRequest request) {
        if (request.getAttribute(ATTRIBUTE) instanceof String known) {
            return known;
        }
        String id = choose(request.getHeader(HEADER));
        request.setAttribute(ATTRIBUTE, id);
        return id;
    }

    private static String choose(@Nullable String proposed) {
        // No secret: a secure one would make all requests wait for each other.
        ThreadLocalRandom random = ThreadLocalRandom.current();
        return proposed != null && SHAPE.matcher(proposed).matches()
                ? proposed
                : new UUID(random.nextLong(), random.nextLong()).toString();
    }
}
