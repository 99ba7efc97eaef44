package dev.sluice.embedded.youtube;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/** A generated channel with its videos, the newest first. */
record Channel(String id, String title, Instant publishedAt, long subscriberBase, List<Video> videos) {
    private static final String PREFIX = "UC";
    private static final LocalDate FOUNDED = LocalDate.of(2015, 1, 1);
    private static final List<String> NAMES = List.of("Workshop", "Kitchen", "Studio", "Garden", "Garage", "Lab");
    private static final List<String> MOODS = List.of("Quiet", "Tiny", "Midnight", "Honest", "Curious", "Northern");

    Channel {
        videos = List.copyOf(videos);
    }

    static boolean isId(String text) {
        return text.startsWith(PREFIX) && text.length() > PREFIX.length();
    }

    static Channel generate(long seed, String id, int videos) {
        SplittableRandom random = Draw.random(seed, "channel/" + id);
        return new Channel(
                id,
                Draw.oneOf(random, MOODS) + " " + Draw.oneOf(random, NAMES),
                FOUNDED.plusDays(random.nextInt(1_000)).atStartOfDay().toInstant(ZoneOffset.UTC),
                random.nextLong(1_000, 500_000),
                IntStream.range(0, videos)
                        .mapToObj(place -> Video.generate(seed, id, place))
                        .toList());
    }

    /** The playlist of all uploads has the channel's id with another prefix. */
    String uploads() {
        return uploadsOf(id);
    }

    static String uploadsOf(String channelId) {
        return "UU" + channelId.substring(PREFIX.length());
    }

    /** Rounded down to three digits, as the API publishes it. */
    long subscribers(LocalDate day) {
        long exact =
                subscriberBase + Math.max(0, day.toEpochDay() - FOUNDED.toEpochDay()) * (subscriberBase / 2_000 + 1);
        long unit = 1;
        while (exact / unit >= 1_000) {
            unit *= 10;
        }
        return exact / unit * unit;
    }
}
