package dev.sluice.adapters.youtube;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.core.ParameterizedTypeReference;
import org.springframework.web.client.HttpClientErrorException;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import org.springframework.web.util.UriBuilder;

/**
 * The three calls of the YouTube Data API v3 that a synchronisation makes. The key travels in a header, because URIs are
 * logged and measured. Safe for use by many threads.
 */
final class YouTubeApi {

    static final String KEY_HEADER = "X-Goog-Api-Key";

    private final RestClient client;

    YouTubeApi(RestClient client) {
        this.client = client;
    }

    Optional<ChannelAnswer> channel(String id) {
        String uri = "/youtube/v3/channels?part=snippet,statistics,contentDetails&id={id}";
        return call(() -> client.get()
                        .uri(uri, id)
                        .retrieve()
                        .body(new ParameterizedTypeReference<Listing<ChannelAnswer>>() {}))
                .found()
                .stream()
                .findFirst();
    }

    /**
     * A page of at most 50 entries of a playlist; empty for a playlist that YouTube does not know, as is that of a channel
     * without uploads.
     *
     * @param pageToken which page, or null for the first one
     */
    Listing<PlaylistItemAnswer> playlistItems(String playlist, @Nullable String pageToken) {
        return call(() -> pageOf(playlist, pageToken));
    }

    private @Nullable Listing<PlaylistItemAnswer> pageOf(String playlist, @Nullable String pageToken) {
        String uri = "/youtube/v3/playlistItems?part=contentDetails&maxResults=50&playlistId={playlist}";
        try {
            return client.get()
                    .uri(uri, builder -> turnedTo(pageToken, builder).build(playlist, pageToken))
                    .retrieve()
                    .body(new ParameterizedTypeReference<>() {});
        } catch (HttpClientErrorException.NotFound e) {
            return Listing.empty();
        }
    }

    private static UriBuilder turnedTo(@Nullable String pageToken, UriBuilder uri) {
        return pageToken == null ? uri : uri.queryParam("pageToken", "{pageToken}");
    }

    /** The videos with these ids, 50 at most; private and deleted ones are missing. */
    List<VideoAnswer> videos(List<String> ids) {
        String uri = "/youtube/v3/videos?part=snippet,statistics,status&id={ids}";
        return call(() -> client.get()
                        .uri(uri, String.join(",", ids))
                        .retrieve()
                        .body(new ParameterizedTypeReference<Listing<VideoAnswer>>() {}))
                .found();
    }

    private static <T> Listing<T> call(Supplier<@Nullable Listing<T>> request) {
        try {
            return answered(request.get());
        } catch (RestClientException e) {
            throw YouTubeFailures.classify(e);
        }
    }

    private static <T> Listing<T> answered(@Nullable Listing<T> answer) {
        if (answer == null) {
            throw new RestClientException("the answer is empty");
        }
        return answer;
    }
}
