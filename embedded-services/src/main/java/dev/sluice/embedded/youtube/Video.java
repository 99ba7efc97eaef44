package dev.sluice.embedded.youtube;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A generated video.
 *
 * @param burst the views that its first weeks bring, most of them at once
 * @param daily the views that every later day adds
 * @param likePercent how many of a hundred views leave a like
 */
record Video(String id, String channelId, String title, Instant publishedAt, long burst, long daily, int likePercent) {
    private static final double BURST_DAYS = 14;
    private static final int DAYS_BETWEEN = 3;
    /** All content is older than this day, so that ids and order stay the same while figures grow. */
    private static final LocalDate NEWEST = LocalDate.of(2026, 1, 1);

    private static final List<String> OPENINGS = List.of(
            "How I", "Why nobody can", "The day I learned to", "Five ways to", "A week trying to", "Never again:");
    private static final List<String> SUBJECTS = List.of(
            "edit faster", "film in the rain", "bake bread", "paint miniatures", "fix old synths", "grow chillies");

    /** The video of the channel at that place, 0 being the newest. */
    static Video generate(long seed, String channelId, int place) {
        String id = Draw.text(seed, "video/" + channelId + "/" + place, 11);
        SplittableRandom random = Draw.random(seed, "content/" + id);
        return new Video(
                id,
                channelId,
                Draw.oneOf(random, OPENINGS) + " " + Draw.oneOf(random, SUBJECTS),
                published(place, random),
                random.nextLong(500, 200_000),
                random.nextLong(1, 400),
                random.nextInt(2, 9));
    }

    long views(LocalDate day) {
        long age = Math.max(
                0, ChronoUnit.DAYS.between(publishedAt, day.atTime(23, 59).toInstant(ZoneOffset.UTC)));
        return Math.round(burst * (1 - Math.exp(-age / BURST_DAYS))) + daily * age;
    }

    long likes(LocalDate day) {
        return views(day) * likePercent / 100;
    }

    long comments(LocalDate day) {
        return likes(day) / 12;
    }

    private static Instant published(int place, SplittableRandom random) {
        return NEWEST.minusDays((long) place * DAYS_BETWEEN)
                .atTime(random.nextInt(6, 22), random.nextInt(60))
                .toInstant(ZoneOffset.UTC);
    }
}
