package dev.sluice.embedded.youtube;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class FakeYouTubeIT {
    private static final String CHANNEL = "UCfakeChannel0000000001";
    private static final String UPLOADS = "UUfakeChannel0000000001";
    private static final Instant DAY = Instant.parse("2026-11-01T10:00:00Z");
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final FakeYouTube youTube = on(DAY);
    private final HttpClient client = HttpClient.newHttpClient();

    @AfterEach
    void close() {
        client.close();
        youTube.close();
    }

    @Test
    void aChannelNamesItsUploadsAndCountsInText() throws Exception {
        var body = body(get("channels?part=snippet,statistics,contentDetails&id=" + CHANNEL));

        assertThat(body.at("/kind").stringValue()).isEqualTo("youtube#channelListResponse");
        assertThat(body.at("/items/0/contentDetails/relatedPlaylists/uploads").stringValue())
                .isEqualTo(UPLOADS);
        assertThat(body.at("/items/0/statistics/videoCount").stringValue()).isEqualTo("120");
        assertThat(body.at("/items/0/statistics/viewCount").stringValue()).matches("[0-9]+");
        assertThat(body.at("/items/0/snippet/title").stringValue()).isNotBlank();
    }

    @Test
    void onlyTheNamedPartsAreAnswered() throws Exception {
        var item = body(get("channels?part=statistics&id=" + CHANNEL)).at("/items/0");

        assertThat(item.has("statistics")).isTrue();
        assertThat(item.has("snippet")).isFalse();
    }

    @Test
    void thePagesOfAPlaylistHoldEachVideoOnce() throws Exception {
        List<String> listed = new ArrayList<>();
        String token = "";
        do {
            var page = body(get("playlistItems?part=contentDetails&maxResults=50&playlistId=" + UPLOADS + token));
            page.at("/items")
                    .forEach(item ->
                            listed.add(item.at("/contentDetails/videoId").stringValue()));
            token = page.has("nextPageToken")
                    ? "&pageToken=" + page.get("nextPageToken").stringValue()
                    : "";
        } while (!token.isEmpty());

        assertThat(listed).hasSize(120).doesNotHaveDuplicates().isEqualTo(youTube.videoIds(CHANNEL));
        assertThat(youTube.calls("playlistItems")).isEqualTo(3);
    }

    @Test
    void countsGrowFromDayToDayAndStaySameWithinADay() throws Exception {
        String call = "channels?part=statistics&id=" + CHANNEL;
        long views = views(get(call));

        try (var later = on(DAY.plus(Duration.ofHours(3)));
                var nextDay = on(DAY.plus(Duration.ofDays(1)))) {
            assertThat(views(get(later, call))).isEqualTo(views);
            assertThat(views(get(nextDay, call))).isGreaterThan(views);
        }
    }

    @Test
    void privateAndDeletedVideosAreAbsentFromTheVideos() throws Exception {
        var ids = youTube.videoIds(CHANNEL);
        youTube.makePrivate(ids.get(0));
        youTube.delete(ids.get(1));

        var body = body(get("videos?part=snippet,statistics,status&id=" + String.join(",", ids.subList(0, 3))));

        assertThat(body.at("/items")).hasSize(1);
        assertThat(body.at("/items/0/id").stringValue()).isEqualTo(ids.get(2));
        assertThat(body.at("/items/0/status/privacyStatus").stringValue()).isEqualTo("public");
        assertThat(youTube.videoIds(CHANNEL)).contains(ids.get(0)).doesNotContain(ids.get(1));
    }

    @Test
    void moreThanFiftyIdsAreRefused() throws Exception {
        var ids = youTube.videoIds(CHANNEL).subList(0, 51);

        assertThat(get("videos?part=statistics&id=" + String.join(",", ids)).statusCode())
                .isEqualTo(400);
    }

    @Test
    void anAnswerThatTheCallerHasIsNotSentAgain() throws Exception {
        String call = "videos?part=statistics&id=" + youTube.videoIds(CHANNEL).getFirst();
        String etag = get(call).headers().firstValue("ETag").orElseThrow();

        var again = client.send(
                request(youTube, call).header("If-None-Match", etag).build(), HttpResponse.BodyHandlers.ofString());

        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
    }

    @Test
    void unknownIdsAnswerAsTheRealApiDoes() throws Exception {
        youTube.removeChannel(CHANNEL);

        var channel = body(get("channels?part=statistics&id=" + CHANNEL));
        var playlist = get("playlistItems?part=contentDetails&playlistId=" + UPLOADS);
        var videos = body(get("videos?part=statistics&id=unknown"));

        assertThat(channel.has("items")).isFalse();
        assertThat(channel.at("/pageInfo/totalResults").intValue()).isZero();
        assertThat(playlist.statusCode()).isEqualTo(404);
        assertThat(reason(playlist)).isEqualTo("playlistNotFound");
        assertThat(videos.at("/items").isArray()).isTrue();
        assertThat(videos.at("/items")).isEmpty();
    }

    @Test
    void aCallWithoutTheKeyIsRefused() throws Exception {
        var without = send(youTube.uri().resolve("/youtube/v3/channels?part=id&id=" + CHANNEL));
        var wrong = send(youTube.uri().resolve("/youtube/v3/channels?part=id&key=other&id=" + CHANNEL));

        assertThat(without.statusCode()).isEqualTo(403);
        assertThat(reason(without)).isEqualTo("forbidden");
        assertThat(wrong.statusCode()).isEqualTo(400);
    }

    @Test
    void aPlayedFailureEndsAfterItsCalls() throws Exception {
        String call = "channels?part=statistics&id=" + CHANNEL;
        youTube.failNext(1, YouTubeFailure.QUOTA_EXCEEDED);

        var failed = get(call);

        assertThat(failed.statusCode()).isEqualTo(403);
        assertThat(reason(failed)).isEqualTo("quotaExceeded");
        assertThat(get(call).statusCode()).isEqualTo(200);
        assertThat(youTube.calls()).isEqualTo(2);
    }

    @Test
    void anOmittedFieldIsMissingEverywhere() throws Exception {
        youTube.omit("likeCount");

        var video = body(
                get("videos?part=statistics&id=" + youTube.videoIds(CHANNEL).getFirst()));

        assertThat(video.at("/items/0/statistics").has("likeCount")).isFalse();
        assertThat(video.at("/items/0/statistics").has("viewCount")).isTrue();
    }

    @Test
    void badCallsAreToldWhatIsWrong() throws Exception {
        assertThat(get("channels?id=" + CHANNEL).statusCode()).isEqualTo(400);
        assertThat(get("nothing?part=id").statusCode()).isEqualTo(404);
        assertThat(get("playlistItems?part=id&maxResults=51&playlistId=" + UPLOADS)
                        .statusCode())
                .isEqualTo(400);
        assertThat(reason(get("playlistItems?part=id&pageToken=zzz&playlistId=" + UPLOADS)))
                .isEqualTo("invalidPageToken");
    }

    private static FakeYouTube on(Instant now) {
        return FakeYouTube.start(FakeYouTubeOptions.defaults().withClock(Clock.fixed(now, ZoneOffset.UTC)));
    }

    private HttpResponse<String> get(String call) throws Exception {
        return get(youTube, call);
    }

    private HttpResponse<String> get(FakeYouTube from, String call) throws Exception {
        return client.send(request(from, call).build(), HttpResponse.BodyHandlers.ofString());
    }

    private HttpResponse<String> send(URI uri) throws Exception {
        return client.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
    }

    private static HttpRequest.Builder request(FakeYouTube to, String call) {
        return HttpRequest.newBuilder(to.uri().resolve("/youtube/v3/" + call)).header("X-Goog-Api-Key", to.apiKey());
    }

    private static JsonNode body(HttpResponse<String> response) {
        assertThat(response.statusCode()).isEqualTo(200);
        return JSON.readTree(response.body());
    }

    private static long views(HttpResponse<String> response) {
        return Long.parseLong(body(response).at("/items/0/statistics/viewCount").stringValue());
    }

    private static String reason(HttpResponse<String> response) {
        return JSON.readTree(response.body()).at("/error/errors/0/reason").stringValue();
    }
}
