package dev.sluice.adapters.web.limit;

import jakarta.servlet.http.HttpServletRequest;
import java.util.regex.Pattern;

/** What is never limited: health and metrics, which are asked for by those who run this. */
final class FreeRequests {

    private final Pattern probed;

    /** @param actuator the path under which health and metrics are */
    FreeRequests(String actuator) {
        // No dots and no percent signs, by which a path to something else could look like this one.
        this.probed = Pattern.compile(Pattern.quote(actuator) + "/(health(/[A-Za-z0-9-]+)*|prometheus)");
    }

    boolean contain(HttpServletRequest request) {
        return probed.matcher(request.getRequestURI()).matches();
    }
}
