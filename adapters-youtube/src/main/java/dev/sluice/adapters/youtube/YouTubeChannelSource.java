package dev.sluice.adapters.youtube;

import dev.sluice.domain.channel.ChannelSnapshot;
import dev.sluice.domain.channel.ChannelSource;
import dev.sluice.domain.channel.VideoSnapshot;
import dev.sluice.domain.channel.YouTubeChannelId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads a channel from YouTube: the channel itself, the pages of its uploads, and the videos of each page. */
final class YouTubeChannelSource implements ChannelSource {

    /** 20,000 videos, the most that YouTube lists of a channel: a listing that never ends is not followed further. */
    private static final int MOST_PAGES = 400;

    private final YouTubeApi api;

    YouTubeChannelSource(YouTubeApi api) {
        this.api = api;
    }

    @Override
    public Optional<ChannelSnapshot> fetch(YouTubeChannelId id) {
        return api.channel(id.value()).map(this::snapshot);
    }

    private ChannelSnapshot snapshot(ChannelAnswer channel) {
        List<VideoSnapshot> videos = channel.uploads().map(this::videos).orElseGet(List::of);
        return new ChannelSnapshot(channel.snippet().title(), channel.totals(), videos);
    }

    /** By id: a video published meanwhile moves the last one of a page onto the next page too. */
    private List<VideoSnapshot> videos(String playlist) {
        Map<String, VideoSnapshot> videos = new LinkedHashMap<>();
        @Nullable String token = null;
        int pages = 0;
        do {
            Listing<PlaylistItemAnswer> page = api.playlistItems(playlist, token);
            publicVideos(page).forEach(video -> videos.put(video.youTubeId(), video));
            token = page.nextPageToken();
            pages++;
        } while (token != null && pages < MOST_PAGES);
        return List.copyOf(videos.values());
    }

    private List<VideoSnapshot> publicVideos(Listing<PlaylistItemAnswer> page) {
        List<String> ids = page.found().stream()
                .map(item -> item.contentDetails().videoId())
                .toList();
        List<VideoAnswer> videos = ids.isEmpty() ? List.of() : api.videos(ids);
        return videos.stream()
                .filter(VideoAnswer::isPublic)
                .map(VideoAnswer::snapshot)
                .toList();
    }
}
