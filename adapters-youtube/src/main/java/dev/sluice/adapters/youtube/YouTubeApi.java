package dev.sluice.adapters.youtube;

import dev.sluice.domain.failure.FinalFailure;
import dev.sluice.domain.metric.Metrics;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;

/**
 * The three calls of the YouTube Data API v3 that a synchronisation makes. The key travels in a header, because URIs are
 * logged and measured. Safe for use by many threads.
 */
final class YouTubeApi {

    static final String KEY_HEADER = "X-Goog-Api-Key";

    /** How many entries of a list an answer holds at most. */
    static final int PAGE = 50;

    private final Resource<ChannelAnswer> channels;
    private final Resource<PlaylistItemAnswer> playlistItems;
    private final Resource<VideoAnswer> videos;

    /** @param remembered how many answers of each resource are remembered */
    YouTubeApi(RestClient client, int remembered, Metrics metrics) {
        channels = new Resource<>("channels", new ParameterizedTypeReference<>() {}, client, remembered, metrics);
        playlistItems =
                new Resource<>("playlistItems", new ParameterizedTypeReference<>() {}, client, remembered, metrics);
        videos = new Resource<>("videos", new ParameterizedTypeReference<>() {}, client, remembered, metrics);
    }

    Optional<ChannelAnswer> channel(String id, Allowance units) {
        return channels.list(units, "?part=snippet,statistics,contentDetails&id={id}", id).found().stream()
                .findFirst();
    }

    /**
     * A page of the entries of a playlist; empty for a playlist that YouTube does not know, as is that of a channel
     * without uploads.
     *
     * @param pageToken which page, or null for the first one
     */
    Listing<PlaylistItemAnswer> playlistItems(String playlist, @Nullable String pageToken, Allowance units) {
        String query = "?part=contentDetails&maxResults=" + PAGE + "&playlistId={playlist}";
        try {
            return pageToken == null
                    ? playlistItems.list(units, query, playlist)
                    : playlistItems.list(units, query + "&pageToken={pageToken}", playlist, pageToken);
        } catch (FinalFailure refusal) {
            if (refusal.getCause() instanceof HttpClientErrorException.NotFound) {
                return Listing.empty();
            }
            throw refusal;
        }
    }

    /** The videos with these ids, a page of them at most; private and deleted ones are missing. */
    List<VideoAnswer> videos(List<String> ids, Allowance units) {
        return videos.list(units, "?part=snippet,statistics,status&id={ids}", String.join(",", ids))
                .found();
    }
}
