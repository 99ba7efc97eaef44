package dev.sluice.embedded.youtube;

/** A failure that {@link FakeYouTube} can be told to answer, in Google's documented shape. */
public enum YouTubeFailure {
    /** 403: the project's quota of the day is used up. */
    QUOTA_EXCEEDED,
    /** 429: too many requests at once. */
    RATE_LIMITED,
    /** 500: an error on Google's side. */
    BACKEND_ERROR
}
