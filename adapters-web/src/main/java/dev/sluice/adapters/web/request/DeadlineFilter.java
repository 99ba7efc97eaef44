package dev.sluice.adapters.web.request;

import dev.sluice.domain.load.Deadline;
import dev.sluice.domain.load.Urgency;
import dev.sluice.domain.load.Work;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Gives each request its urgency and its deadline, for whatever waits within it, and its id to the jobs that it enqueues.
 * A stream of events outlives its own: it asks for nothing but more events.
 */
final class DeadlineFilter extends OncePerRequestFilter {

    private final Duration deadline;

    DeadlineFilter(Duration deadline) {
        this.deadline = deadline;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        try {
            new Work(Urgency.REQUEST, Deadline.after(deadline), RequestId.of(request)).call(() -> {
                chain.doFilter(request, response);
                return true;
            });
        } catch (ServletException | IOException | RuntimeException own) {
            throw own;
        } catch (Exception other) {
            throw new ServletException(other);
        }
    }
}
