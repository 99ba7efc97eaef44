package dev.sluice.adapters.web.limit;

import dev.sluice.adapters.web.access.Authentication;
import dev.sluice.adapters.web.problem.ProblemType;
import dev.sluice.adapters.web.problem.ProblemWriter;
import dev.sluice.adapters.web.problem.Refusal;
import dev.sluice.domain.rate.RateLimits;
import dev.sluice.domain.rate.RequestKind;
import dev.sluice.domain.rate.Requester;
import dev.sluice.domain.rate.Spending;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.HttpMethod;

/**
 * Refuses who asks for more than is allowed, and tells everybody what is left. Whoever holds a good credential is counted
 * by it, everybody else by address: who tries credentials too, and whose credential cannot be verified now. What it claims
 * would be a new allowance for each that is made up.
 */
final class RateLimitFilter extends HttpFilter {

    private static final long serialVersionUID = 1;
    private static final String POLICY = "RateLimit-Policy";
    private static final String STANDING = "RateLimit";

    private final transient RateLimits limits;
    private final transient Authentication authentication;
    private final transient ProblemWriter problems;
    private final transient FreeRequests free;
    private final transient QuotaPolicy ofKeys;
    private final transient QuotaPolicy ofAddresses;

    RateLimitFilter(
            RateLimits limits,
            Authentication authentication,
            ProblemWriter problems,
            FreeRequests free,
            RateLimitProperties properties) {
        this.limits = limits;
        this.authentication = authentication;
        this.problems = problems;
        this.free = free;
        this.ofKeys = properties.keyPolicy();
        this.ofAddresses = properties.addressPolicy();
    }

    @Override
    protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws IOException, ServletException {
        if (free.contain(request) || passes(request, response)) {
            chain.doFilter(request, response);
        }
    }

    private boolean passes(HttpServletRequest request, HttpServletResponse response) throws IOException {
        String holder = authentication.holder(request);
        return holder == null
                ? passes(
                        new Requester("address:" + ClientNetwork.of(request.getRemoteAddr())),
                        ofAddresses,
                        request,
                        response)
                : passes(new Requester(holder), ofKeys, request, response);
    }

    private boolean passes(
            Requester requester, QuotaPolicy policy, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        response.setHeader(POLICY, policy.description());
        return switch (limits.spend(requester, policy.allowance(), kind(request))) {
            case Spending.Allowed allowed -> {
                response.setHeader(STANDING, policy.standing(allowed.left(), allowed.renewal()));
                yield true;
            }
            case Spending.Uncounted uncounted -> true;
            case Spending.Refused refused -> {
                response.setHeader(STANDING, policy.standing(0, refused.renewal()));
                problems.write(tooMany(policy, refused.renewal()), request, response);
                yield false;
            }
        };
    }

    private static RequestKind kind(HttpServletRequest request) {
        String method = request.getMethod();
        return HttpMethod.GET.name().equals(method)
                        || HttpMethod.HEAD.name().equals(method)
                        || HttpMethod.OPTIONS.name().equals(method)
                ? RequestKind.READ
                : RequestKind.WRITE;
    }

    private static Refusal tooMany(QuotaPolicy policy, Duration renewal) {
        String detail = policy.allowance().requests() + " requests are allowed in "
                + policy.allowance().window().toSeconds() + " seconds.";
        return Refusal.of(ProblemType.QUOTA_EXCEEDED, detail).retryAfter(renewal);
    }
}
