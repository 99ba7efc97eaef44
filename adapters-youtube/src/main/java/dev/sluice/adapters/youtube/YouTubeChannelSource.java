package dev.sluice.adapters.youtube;

import dev.sluice.domain.channel.ChannelSnapshot;
import dev.sluice.domain.channel.ChannelSource;
import dev.sluice.domain.channel.SourceAnswer;
import dev.sluice.domain.channel.VideoSnapshot;
import dev.sluice.domain.channel.YouTubeChannelId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntConsumer;
import org.jspecify.annotations.Nullable;

/** Reads a channel from YouTube: the channel itself, the pages of its uploads, and the videos of each page. */
final class YouTubeChannelSource implements ChannelSource {

    /** 20,000 videos, the most that YouTube lists of a channel: a listing that never ends is not followed further. */
    private static final int MOST_PAGES = 400;

    /** Its entries, and their videos. */
    private static final int UNITS_OF_A_PAGE = 2;

    private final YouTubeApi api;
    private final DailyQuota quota;

    YouTubeChannelSource(YouTubeApi api, DailyQuota quota) {
        this.api = api;
        this.quota = quota;
    }

    @Override
    public SourceAnswer fetch(YouTubeChannelId id, IntConsumer percent) {
        try (Allowance units = quota.allowance()) {
            Optional<ChannelAnswer> channel = api.channel(id.value(), units);
            return channel.<SourceAnswer>map(found -> new SourceAnswer.Found(snapshot(found, units, percent)))
                    .orElseGet(SourceAnswer.Unknown::new);
        } catch (OutOfUnits refusal) {
            return tomorrow(refusal);
        } catch (AskedToWait refusal) {
            return new SourceAnswer.NotNow(refusal.delay(), "YouTube asks to wait");
        }
    }

    private SourceAnswer tomorrow(OutOfUnits refusal) {
        if (refusal.isSaidByYouTube()) {
            quota.useUp();
        }
        return new SourceAnswer.NotNow(quota.untilTomorrow(), "the day's quota of YouTube is used up");
    }

    private ChannelSnapshot snapshot(ChannelAnswer channel, Allowance units, IntConsumer percent) {
        int pages = pages(channel);
        List<VideoSnapshot> videos = channel.uploads()
                .map(playlist -> videos(playlist, pages, units, percent))
                .orElseGet(List::of);
        percent.accept(100);
        return new ChannelSnapshot(channel.snippet().title(), channel.totals(), videos);
    }

    /** How many pages there are, as far as YouTube tells; an unlisted or private video may bring one more. */
    private static int pages(ChannelAnswer channel) {
        return (int) Math.clamp(Math.ceilDiv(channel.videos(), YouTubeApi.PAGE), 1L, MOST_PAGES);
    }

    /** By id: a video published meanwhile moves the last one of a page onto the next page too. */
    private List<VideoSnapshot> videos(String playlist, int expected, Allowance units, IntConsumer percent) {
        units.reserve(UNITS_OF_A_PAGE * expected);
        Map<String, VideoSnapshot> videos = new LinkedHashMap<>();
        @Nullable String token = null;
        int pages = 0;
        do {
            Listing<PlaylistItemAnswer> page = api.playlistItems(playlist, token, units);
            publicVideos(page, units).forEach(video -> videos.put(video.youTubeId(), video));
            token = page.nextPageToken();
            pages++;
            percent.accept(Math.min(99, 100 * pages / expected));
        } while (token != null && pages < MOST_PAGES);
        return List.copyOf(videos.values());
    }

    private List<VideoSnapshot> publicVideos(Listing<PlaylistItemAnswer> page, Allowance units) {
        List<String> ids = page.found().stream()
                .map(item -> item.contentDetails().videoId())
                .toList();
        List<VideoAnswer> videos = ids.isEmpty() ? List.of() : api.videos(ids, units);
        return videos.stream()
                .filter(VideoAnswer::isPublic)
                .map(VideoAnswer::snapshot)
                .toList();
    }
}
