package dev.sluice.domain.job;

/**
 * How far an attempt has come.
 *
 * @param percent from 0 to 100
 * @param note what it is doing, without personal data
 */
public record JobProgress(int percent, String note) {

    public JobProgress {
        if (percent < 0 || percent > 100) {
            throw new IllegalArgumentException("progress is from 0 to 100, not " + percent);
        }
    }
}
