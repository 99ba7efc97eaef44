package dev.sluice.embedded.youtube;

import com.sun.net.httpserver.HttpServer;
import dev.sluice.embedded.process.AtExit;
import dev.sluice.embedded.process.LoopbackPort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * An HTTP server that answers channels, playlistItems and videos as the YouTube Data API v3 does. Every channel id
 * that starts with {@code UC} exists; what it holds follows from the seed and the day, its counts growing day by day.
 * As with the real API, an unknown channel gives an answer without {@code items}. A video is known once its channel or
 * playlist has been asked for. Methods are safe to call from any thread.
 */
public final class FakeYouTube implements AutoCloseable {
    private final FakeYouTubeOptions options;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final Catalogue catalogue;
    private final Faults faults = new Faults();
    private final CallCounts counts = new CallCounts();

    private FakeYouTube(FakeYouTubeOptions options, HttpServer server) {
        this.options = options;
        this.server = server;
        this.catalogue = new Catalogue(options);
    }

    /** Starts a server on a free port. */
    public static FakeYouTube start() {
        return start(FakeYouTubeOptions.defaults());
    }

    /**
     * Starts a server.
     *
     * @throws dev.sluice.embedded.process.PortTakenException when the port is taken
     */
    public static FakeYouTube start(FakeYouTubeOptions options) {
        int port = LoopbackPort.orFree(options.port());
        try {
            var fake = new FakeYouTube(options, HttpServer.create(LoopbackPort.address(port), 0));
            fake.open();
            AtExit.close(fake);
            return fake;
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot start the fake YouTube", e);
        }
    }

    /** The address that stands for {@code https://youtube.googleapis.com}; paths start with {@code /youtube/v3/}. */
    public URI uri() {
        return URI.create(
                "http://" + LoopbackPort.HOST + ":" + server.getAddress().getPort());
    }

    /** The key that callers must send, as parameter {@code key} or header {@code X-Goog-Api-Key}. */
    public String apiKey() {
        return options.apiKey();
    }

    /** The channel's videos that a playlist lists, newest first; empty for an unknown channel. */
    public List<String> videoIds(String channelId) {
        return catalogue.channel(channelId).map(catalogue::listed).orElse(List.of()).stream()
                .map(Video::id)
                .toList();
    }

    /** Takes the channel, its playlist and its videos away. */
    public void removeChannel(String channelId) {
        catalogue.removeChannel(channelId);
    }

    /** Hides the video: playlists list it without a date, {@code videos} does not know it. */
    public void makePrivate(String videoId) {
        catalogue.makePrivate(videoId);
    }

    /** Takes the video away everywhere. */
    public void delete(String videoId) {
        catalogue.delete(videoId);
    }

    /** Leaves every field of that name out of all further successful answers. */
    public void omit(String field) {
        faults.omit(field);
    }

    /** Answers that many of the next calls with the failure. */
    public void failNext(int calls, YouTubeFailure failure) {
        faults.failNext(calls, failure);
    }

    /** How many calls came in since the start, failed ones included. */
    public int calls() {
        return counts.total();
    }

    /** How many of them named the resource, for example {@code videos}. */
    public int calls(String resource) {
        return counts.of(resource);
    }

    @Override
    public void close() {
        AtExit.forget(this);
        server.stop(0);
        threads.shutdownNow();
    }

    private void open() {
        server.setExecutor(threads);
        server.createContext("/", new ApiHandler(options.apiKey(), new Answers(catalogue), faults, counts));
        server.start();
    }
}
