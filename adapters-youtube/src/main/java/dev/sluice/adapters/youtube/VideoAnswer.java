package dev.sluice.adapters.youtube;

import dev.sluice.domain.channel.VideoSnapshot;
import java.time.Instant;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A video as the API answers it. */
record VideoAnswer(
        String id,
        Snippet snippet,
        @Nullable Statistics statistics,
        @Nullable Status status) {

    VideoAnswer {
        Objects.requireNonNull(id, "a video without id");
        Objects.requireNonNull(snippet, "a video without snippet");
    }

    boolean isPublic() {
        return status != null && "public".equals(status.privacyStatus());
    }

    VideoSnapshot snapshot() {
        Statistics counts = Objects.requireNonNullElse(statistics, Statistics.HIDDEN);
        return new VideoSnapshot(
                id,
                snippet.title(),
                snippet.publishedAt(),
                Count.of(counts.viewCount()),
                Count.of(counts.likeCount()),
                Count.of(counts.commentCount()));
    }

    record Snippet(String title, Instant publishedAt) {

        Snippet {
            Objects.requireNonNull(title, "a video without title");
            Objects.requireNonNull(publishedAt, "a video without date");
        }
    }

    record Statistics(
            @Nullable Long viewCount,
            @Nullable Long likeCount,
            @Nullable Long commentCount) {

        static final Statistics HIDDEN = new Statistics(null, null, null);
    }

    record Status(@Nullable String privacyStatus) {}
}
