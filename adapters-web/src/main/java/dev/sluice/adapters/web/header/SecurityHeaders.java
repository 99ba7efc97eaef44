package dev.sluice.adapters.web.header;

import jakarta.servlet.ServletException;
import java.io.IOException;
import org.apache.catalina.connector.Request;
import org.apache.catalina.connector.Response;
import org.apache.catalina.valves.ValveBase;

/**
 * Tells browsers to make nothing of an answer but what it is. A valve and no filter: what Tomcat refuses by itself meets no
 * filter. Whoever needs another policy, as the page for people does, sets it anew.
 */
final class SecurityHeaders extends ValveBase {

    private static final String A_YEAR = "max-age=31536000";

    SecurityHeaders() {
        super(true);
    }

    @Override
    public void invoke(Request request, Response response) throws IOException, ServletException {
        // An answer that goes on later has them already, and may have changed them.
        if (!request.isAsyncDispatching()) {
            protect(request, response);
        }
        getNext().invoke(request, response);
    }

    private static void protect(Request request, Response response) {
        response.setHeader("X-Content-Type-Options", "nosniff");
        response.setHeader("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
        response.setHeader("X-Frame-Options", "DENY");
        response.setHeader("Referrer-Policy", "no-referrer");
        // Against pages that embed without asking; who asks by CORS is not held up by it.
        response.setHeader("Cross-Origin-Resource-Policy", "same-origin");
        if (request.isSecure()) {
            response.setHeader("Strict-Transport-Security", A_YEAR);
        }
    }
}
