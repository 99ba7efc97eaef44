package dev.sluice.adapters.youtube;

import dev.sluice.domain.channel.ChannelTotals;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A channel as the API answers it. */
record ChannelAnswer(
        Snippet snippet,
        @Nullable Statistics statistics,
        @Nullable ContentDetails contentDetails) {

    ChannelAnswer {
        Objects.requireNonNull(snippet, "a channel without snippet");
    }

    ChannelTotals totals() {
        return statistics == null ? new ChannelTotals(0, 0, 0) : statistics.totals();
    }

    /** How many public videos YouTube says there are, not negative; 0 if it does not say. */
    long videos() {
        return Math.max(0, totals().videos());
    }

    /** The playlist of all that the channel has published. */
    Optional<String> uploads() {
        return Optional.ofNullable(contentDetails)
                .map(ContentDetails::relatedPlaylists)
                .map(RelatedPlaylists::uploads)
                .filter(playlist -> !playlist.isEmpty());
    }

    record Snippet(String title) {

        Snippet {
            Objects.requireNonNull(title, "a channel without title");
        }
    }

    record Statistics(
            @Nullable Long viewCount,
            @Nullable Long subscriberCount,
            @Nullable Long videoCount) {

        ChannelTotals totals() {
            return new ChannelTotals(Count.of(subscriberCount), Count.of(viewCount), Count.of(videoCount));
        }
    }

    record ContentDetails(@Nullable RelatedPlaylists relatedPlaylists) {}

    record RelatedPlaylists(@Nullable String uploads) {}
}
