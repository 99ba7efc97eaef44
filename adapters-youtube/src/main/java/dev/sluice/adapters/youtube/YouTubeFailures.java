package dev.sluice.adapters.youtube;

import dev.sluice.domain.failure.FinalFailure;
import dev.sluice.domain.failure.RetryableFailure;
import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.HttpStatusCode;
import org.springframework.web.client.RestClientException;
import org.springframework.web.client.RestClientResponseException;

/**
 * Tells failures that may pass from those that will not. Final is a call that YouTube finds wrong, its key included. Out
 * of reach, out of order, busy, and answers that make no sense may all pass; if YouTube says when, that counts, and the
 * day's quota passes with the day.
 */
final class YouTubeFailures {

    /** What the API calls a 403 or 429 that holds for the day. */
    private static final Set<String> DAY_REASONS = Set.of("\"quotaExceeded\"", "\"dailyLimitExceeded\"");

    /** What the API calls a 403 that only says "not so fast". */
    private static final Set<String> PACE_REASONS = Set.of("\"rateLimitExceeded\"", "\"userRateLimitExceeded\"");

    private static final Pattern SECONDS = Pattern.compile("[0-9]{1,9}");
    private static final Duration SHORTEST = Duration.ofSeconds(1);
    private static final Duration LONGEST = Duration.ofDays(1);

    private YouTubeFailures() {}

    static RuntimeException classify(RestClientException failure) {
        return failure instanceof RestClientResponseException refusal
                ? refused(refusal)
                : new RetryableFailure("YouTube is out of reach or answers what cannot be read", failure);
    }

    private static RuntimeException refused(RestClientResponseException refusal) {
        int status = refusal.getStatusCode().value();
        if (says(refusal, DAY_REASONS)) {
            return new OutOfUnits(refusal);
        }
        if (!mayPass(refusal)) {
            return new FinalFailure("YouTube refuses for good: " + status, refusal);
        }
        return delay(refusal.getResponseHeaders())
                .<RuntimeException>map(delay -> new AskedToWait(delay, refusal))
                .orElseGet(() -> new RetryableFailure("YouTube refuses for now: " + status, refusal));
    }

    private static boolean mayPass(RestClientResponseException refusal) {
        HttpStatusCode status = refusal.getStatusCode();
        return !status.is4xxClientError()
                || status == HttpStatus.TOO_MANY_REQUESTS
                || status == HttpStatus.REQUEST_TIMEOUT
                || says(refusal, PACE_REASONS);
    }

    private static boolean says(RestClientResponseException refusal, Set<String> reasons) {
        HttpStatusCode status = refusal.getStatusCode();
        return (status == HttpStatus.FORBIDDEN || status == HttpStatus.TOO_MANY_REQUESTS)
                && reasons.stream().anyMatch(refusal.getResponseBodyAsString()::contains);
    }

    /** Of {@code Retry-After} only the seconds, as Google sends it; kept within bounds that make sense. */
    private static Optional<Duration> delay(@Nullable HttpHeaders headers) {
        return Optional.ofNullable(headers)
                .map(all -> all.getFirst(HttpHeaders.RETRY_AFTER))
                .filter(text -> SECONDS.matcher(text).matches())
                .map(text -> Duration.ofSeconds(Long.parseLong(text)))
                .map(YouTubeFailures::withinBounds);
    }

    private static Duration withinBounds(Duration asked) {
        if (asked.compareTo(SHORTEST) < 0) {
            return SHORTEST;
        }
        return asked.compareTo(LONGEST) > 0 ? LONGEST : asked;
    }
}
