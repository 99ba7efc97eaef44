package dev.sluice.adapters.web.access;

import dev.sluice.adapters.web.problem.ProblemWriter;
import dev.sluice.domain.failure.RetryableFailure;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Refuses whoever brings a credential that is not good, whatever is asked for and wherever it would be answered from. A
 * request without any passes at once, and so does one whose credential cannot be verified now: what is public is for
 * everybody, and what is not asks again.
 */
final class CredentialFilter extends HttpFilter {

    private static final long serialVersionUID = 1;

    private final transient Authentication authentication;
    private final transient ProblemWriter problems;

    CredentialFilter(Authentication authentication, ProblemWriter problems) {
        this.authentication = authentication;
        this.problems = problems;
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (isGood(request, response)) {
            chain.doFilter(request, response);
        }
    }

    private boolean isGood(HttpServletRequest request, HttpServletResponse response) throws IOException {
        try {
            authentication.caller(request);
            return true;
        } catch (RetryableFailure unanswered) {
            return true;
        } catch (RuntimeException failure) {
            problems.write(failure, request, response);
            return false;
        }
    }
}
