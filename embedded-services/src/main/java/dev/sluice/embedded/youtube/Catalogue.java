package dev.sluice.embedded.youtube;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** What exists: channels come into being when they are first asked for, and remember what was taken from them. */
final class Catalogue {
    private final long seed;
    private final int videosPerChannel;
    private final Clock clock;
    private final Map<String, Channel> channels = new ConcurrentHashMap<>();
    private final Map<String, Video> videos = new ConcurrentHashMap<>();
    private final Set<String> removedChannels = ConcurrentHashMap.newKeySet();
    private final Set<String> privateVideos = ConcurrentHashMap.newKeySet();
    private final Set<String> deletedVideos = ConcurrentHashMap.newKeySet();

    Catalogue(FakeYouTubeOptions options) {
        this.seed = options.seed();
        this.videosPerChannel = options.videosPerChannel();
        this.clock = options.clock();
    }

    LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    Optional<Channel> channel(String id) {
        return Channel.isId(id) && !removedChannels.contains(id)
                ? Optional.of(channels.computeIfAbsent(id, this::generate))
                : Optional.empty();
    }

    Optional<Channel> channelOfUploads(String playlistId) {
        return playlistId.startsWith("UU") ? channel("UC" + playlistId.substring(2)) : Optional.empty();
    }

    /** What a playlist lists: everything that is not deleted. */
    List<Video> listed(Channel channel) {
        return channel.videos().stream()
                .filter(video -> !deletedVideos.contains(video.id()))
                .toList();
    }

    /** What counts for a channel: what everybody may watch. */
    List<Video> visible(Channel channel) {
        return channel.videos().stream().filter(this::isVisible).toList();
    }

    Optional<Video> video(String id) {
        return Optional.ofNullable(videos.get(id))
                .filter(this::isVisible)
                .filter(video -> !removedChannels.contains(video.channelId()));
    }

    boolean isPrivate(Video video) {
        return privateVideos.contains(video.id());
    }

    void removeChannel(String id) {
        removedChannels.add(id);
    }

    void makePrivate(String videoId) {
        privateVideos.add(videoId);
    }

    void delete(String videoId) {
        deletedVideos.add(videoId);
    }

    private boolean isVisible(Video video) {
        return !privateVideos.contains(video.id()) && !deletedVideos.contains(video.id());
    }

    private Channel generate(String id) {
        Channel channel = Channel.generate(seed, id, videosPerChannel);
        channel.videos().forEach(video -> videos.put(video.id(), video));
        return channel;
    }
}
