package dev.sluice.adapters.web.openapi;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.web.servlet.HandlerInterceptor;

/** Lets the page for people load its own scripts, styles and images, and ask this API; nothing inline runs. */
final class PagePolicy implements HandlerInterceptor {

    static final String PATHS = "/swagger-ui/**";

    private static final String POLICY = String.join(
            "; ",
            "default-src 'none'",
            "script-src 'self'",
            // Its pictures are in its style sheets, and some styles in what it draws.
            "style-src 'self' 'unsafe-inline'",
            "img-src 'self' data:",
            "connect-src 'self'",
            "base-uri 'none'",
            "form-action 'none'",
            "frame-ancestors 'none'");

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        response.setHeader("Content-Security-Policy", POLICY);
        return true;
    }
}
