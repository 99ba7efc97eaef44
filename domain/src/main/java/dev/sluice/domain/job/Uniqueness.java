package dev.sluice.domain.job;

import java.time.Duration;

/**
 * That one request among many with the same key becomes a job.
 *
 * @param key an id and no personal data, at most 200 characters; unique among the jobs of a type
 * @param window how long after a job was enqueued its key is taken, finished or not
 * @param conflict what becomes of a request whose key is taken
 */
public record Uniqueness(String key, Duration window, Conflict conflict) {

    public Uniqueness {
        if (key.isEmpty() || key.length() > 200) {
            throw new IllegalArgumentException("a unique key has from 1 to 200 characters");
        }
        if (!window.isPositive()) {
            throw new IllegalArgumentException("a window of uniqueness is positive");
        }
    }

    /** What becomes of a request whose key is taken. */
    public enum Conflict {
        /** The job there is stays as it is and stands for the request. */
        KEEP,
        /**
         * The job there is takes over payload, priority and start while it has not begun; if it has, the request
         * becomes a job of its own.
         */
        REPLACE
    }
}
