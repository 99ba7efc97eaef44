package dev.sluice.adapters.web.cached;

import dev.sluice.domain.cache.CachedValue;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.filter.ServerHttpObservationFilter;

/** Answers what is in memory at once; everything else goes its usual way. */
final class RecalledAnswers extends HttpFilter {

    private static final long serialVersionUID = 1;

    private final transient List<CachedRoute> routes;

    RecalledAnswers(List<CachedRoute> routes) {
        this.routes = List.copyOf(routes);
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (!isAnswered(request, response)) {
            chain.doFilter(request, response);
        }
    }

    private boolean isAnswered(HttpServletRequest request, HttpServletResponse response) throws IOException {
        if (!HttpMethod.GET.name().equals(request.getMethod()) || !takesJson(request.getHeader(HttpHeaders.ACCEPT))) {
            return false;
        }
        for (CachedRoute route : routes) {
            Optional<CachedValue> value = route.recall(request.getRequestURI());
            if (value.isPresent()) {
                // The metrics know requests by their route, which Spring MVC would have named.
                ServerHttpObservationFilter.findObservationContext(request)
                        .ifPresent(context -> context.setPathPattern(route.path()));
                route.answer().send(value.get(), request, response);
                return true;
            }
        }
        return false;
    }

    /** Who asks for it in another way is judged by Spring MVC. */
    private static boolean takesJson(@Nullable String accepted) {
        return accepted == null
                || accepted.equals(MediaType.ALL_VALUE)
                || accepted.equals(MediaType.APPLICATION_JSON_VALUE);
    }
}
