package dev.sluice.adapters.web.access;

import dev.sluice.adapters.web.problem.ProblemType;
import dev.sluice.adapters.web.problem.Refusal;
import dev.sluice.adapters.web.route.Needs;
import dev.sluice.adapters.web.route.Public;
import dev.sluice.domain.access.Caller;
import dev.sluice.domain.access.Scope;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.regex.Pattern;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.servlet.HandlerInterceptor;
import org.springframework.web.servlet.HandlerMapping;
import org.springframework.web.servlet.resource.ResourceHttpRequestHandler;

/**
 * Lets a request through to its route if the caller may. It stands before every handler of Spring MVC, the actuator's
 * included, and what says nothing of its callers is for operations alone: a route that somebody forgets is closed.
 */
final class RouteGuard implements HandlerInterceptor {

    /** Both have to be there while the database is away, by which a credential would have to be verified. */
    private static final Pattern PROBED = Pattern.compile(".*/(health(/.*)?|prometheus)");

    private final Authentication authentication;

    RouteGuard(Authentication authentication) {
        this.authentication = authentication;
    }

    @Override
    public boolean preHandle(HttpServletRequest request, HttpServletResponse response, Object handler) {
        if (handler instanceof HandlerMethod method) {
            guard(method, request);
        } else if (!(handler instanceof ResourceHttpRequestHandler)) {
            require(Scope.OPERATIONS, request);
        }
        return true;
    }

    private void guard(HandlerMethod method, HttpServletRequest request) {
        Needs needs = method.getMethodAnnotation(Needs.class);
        if (needs != null) {
            require(needs.value(), request);
        } else if (!method.hasMethodAnnotation(Public.class) && !isOpen(method, request)) {
            require(Scope.OPERATIONS, request);
        }
    }

    /** What libraries put here for everybody: the API's description, answers to OPTIONS, health and metrics. */
    private static boolean isOpen(HandlerMethod method, HttpServletRequest request) {
        String name = method.getBeanType().getName();
        return name.startsWith("org.springdoc.")
                || name.startsWith("org.springframework.web.servlet.")
                || (name.startsWith("org.springframework.boot.")
                        && PROBED.matcher(pattern(request)).matches());
    }

    private static String pattern(HttpServletRequest request) {
        return String.valueOf(request.getAttribute(HandlerMapping.BEST_MATCHING_PATTERN_ATTRIBUTE));
    }

    private void require(Scope scope, HttpServletRequest request) {
        Caller caller = authentication.caller(request);
        if (caller == null) {
            throw Authentication.missing().asException();
        }
        if (!caller.has(scope)) {
            throw Refusal.of(ProblemType.SCOPE_REQUIRED, "It takes the scope " + scope.text() + ".")
                    .challenge("Bearer realm=\"sluice\", error=\"insufficient_scope\", scope=\"" + scope.text() + "\"")
                    .asException();
        }
    }
}
