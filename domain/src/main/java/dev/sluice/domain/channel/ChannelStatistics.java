package dev.sluice.domain.channel;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The statistics of a channel.
 *
 * @param viewsPerDay the views that each day brought, oldest first; a day without figures is left out
 * @param topVideos the videos that gained most views over 28 days, most first
 * @param asOf the time of the synchronisation that brought the figures, or null before the first one
 */
public record ChannelStatistics(
        ChannelId channelId,
        String title,
        ChannelTotals totals,
        List<DayViews> viewsPerDay,
        List<VideoGrowth> topVideos,
        @Nullable Instant asOf) {

    public ChannelStatistics {
        viewsPerDay = List.copyOf(viewsPerDay);
        topVideos = List.copyOf(topVideos);
    }

    /** The views that one day, in UTC, brought to all videos of a channel. */
    public record DayViews(LocalDate day, long views) {}

    /**
     * How much a video has grown.
     *
     * @param views all its views
     * @param growth those of the last 28 days
     */
    public record VideoGrowth(String youTubeId, String title, long views, long growth) {}
}
