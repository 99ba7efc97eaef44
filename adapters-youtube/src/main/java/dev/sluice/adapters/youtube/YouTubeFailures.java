package dev.sluice.adapters.youtube;

import dev.sluice.domain.failure.FinalFailure;
import dev.sluice.domain.failure.RetryableFailure;
import java.util.Set;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/**
 * Tells failures that may pass from those that will not. Final is a call that YouTube finds wrong, its key included. Out
 * of reach, out of order, busy, out of quota, and answers that make no sense may all pass.
 */
final class YouTubeFailures {

    /** What the API calls a 403 that only says "not now". */
    private static final Set<String> QUOTA_REASONS =
            Set.of("\"quotaExceeded\"", "\"dailyLimitExceeded\"", "\"rateLimitExceeded\"", "\"userRateLimitExceeded\"");

    private YouTubeFailures() {}

    static RuntimeException classify(RestClientException failure) {
        return failure instanceof RestClientResponseException refusal
                ? refused(refusal)
                : new RetryableFailure("YouTube is out of reach or answers what cannot be read", failure);
    }

    private static RuntimeException refused(RestClientResponseException refusal) {
        int status = refusal.getStatusCode().value();
        return mayPass(refusal)
                ? new RetryableFailure("YouTube refuses for now: " + status, refusal)
                : new FinalFailure("YouTube refuses for good: " + status, refusal);
    }

    private static boolean mayPass(RestClientResponseException refusal) {
        HttpStatusCode status = refusal.getStatusCode();
        return !status.is4xxClientError()
                || status == HttpStatus.TOO_MANY_REQUESTS
                || status == HttpStatus.REQUEST_TIMEOUT
                || isAboutQuota(refusal.getResponseBodyAsString());
    }

    private static boolean isAboutQuota(String body) {
        return QUOTA_REASONS.stream().anyMatch(body::contains);
    }
}
