package dev.sluice.domain.channel;

import static java.util.Objects.requireNonNull;

import dev.sluice.domain.channel.ChannelStatistics.DayViews;
import dev.sluice.domain.channel.ChannelStatistics.VideoGrowth;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * All that is known of a channel, and its statistics worked out the slow and plain way.
 *
 * @param videos each video by its id at YouTube, as the last snapshot with it had it
 * @param days the views of each video by day
 * @param gains what each day brought, kept as long as the day itself
 * @param present the ids of the videos in the last snapshot
 */
record ChannelHistory(
        Channel channel,
        String title,
        ChannelTotals totals,
        Map<String, VideoSnapshot> videos,
        Map<String, NavigableMap<LocalDate, Long>> days,
        NavigableMap<LocalDate, Long> gains,
        List<String> present,
        @Nullable Instant syncedAt) {

    private static final int GROWTH_DAYS = 28;
    private static final int TOP = 10;

    static ChannelHistory of(Channel channel) {
        return new ChannelHistory(
                channel, "", new ChannelTotals(0, 0, 0), Map.of(), Map.of(), new TreeMap<>(), List.of(), null);
    }

    ChannelHistory with(ChannelSnapshot snapshot, Instant at) {
        if (syncedAt != null && syncedAt.isAfter(at)) {
            return this;
        }
        LocalDate day = at.atOffset(ZoneOffset.UTC).toLocalDate();
        Map<String, VideoSnapshot> newVideos = new HashMap<>(videos);
        Map<String, NavigableMap<LocalDate, Long>> newDays = new HashMap<>(days);
        for (VideoSnapshot video : snapshot.videos()) {
            newVideos.put(video.youTubeId(), video);
            NavigableMap<LocalDate, Long> views =
                    new TreeMap<>(newDays.getOrDefault(video.youTubeId(), new TreeMap<>()));
            views.put(day, video.views());
            newDays.put(video.youTubeId(), views);
        }
        List<String> ids = snapshot.videos().stream()
                .map(VideoSnapshot::youTubeId)
                .distinct()
                .toList();
        return new ChannelHistory(
                channel, snapshot.title(), snapshot.totals(), newVideos, newDays, gainsWith(day, newDays), ids, at);
    }

    /** The gains with those of one day: what each video with figures of it and of a day before has gained since. */
    private NavigableMap<LocalDate, Long> gainsWith(LocalDate day, Map<String, NavigableMap<LocalDate, Long>> days) {
        NavigableMap<LocalDate, Long> newGains = new TreeMap<>(gains);
        newGains.remove(day);
        for (NavigableMap<LocalDate, Long> views : days.values()) {
            Map.Entry<LocalDate, Long> before = views.lowerEntry(day);
            if (before != null && views.containsKey(day)) {
                newGains.merge(day, Math.max(0, requireNonNull(views.get(day)) - before.getValue()), Long::sum);
            }
        }
        return newGains;
    }

    /** This history without figures of days before one, as many as may go at most. */
    ChannelHistory forgetting(LocalDate before, int limit) {
        Map<String, NavigableMap<LocalDate, Long>> kept = new HashMap<>();
        int left = limit;
        for (Map.Entry<String, NavigableMap<LocalDate, Long>> video : days.entrySet()) {
            NavigableMap<LocalDate, Long> views = new TreeMap<>(video.getValue());
            while (left > 0 && !views.isEmpty() && views.firstKey().isBefore(before)) {
                views.pollFirstEntry();
                left--;
            }
            if (!views.isEmpty()) {
                kept.put(video.getKey(), views);
            }
        }
        return new ChannelHistory(
                channel, title, totals, videos, kept, new TreeMap<>(gains.tailMap(before)), present, syncedAt);
    }

    /** How many there are, of one video and day each. */
    int figures() {
        return days.values().stream().mapToInt(Map::size).sum();
    }

    ChannelStatistics statistics() {
        return new ChannelStatistics(channel.id(), title, totals, viewsPerDay(), topVideos(), syncedAt);
    }

    private List<DayViews> viewsPerDay() {
        return gains.entrySet().stream()
                .map(gain -> new DayViews(gain.getKey(), gain.getValue()))
                .toList();
    }

    private List<VideoGrowth> topVideos() {
        return present.stream()
                .filter(days::containsKey)
                .map(this::growth)
                .sorted(Comparator.comparingLong(VideoGrowth::growth)
                        .reversed()
                        .thenComparing(
                                Comparator.comparingLong(VideoGrowth::views).reversed())
                        .thenComparing(VideoGrowth::youTubeId))
                .limit(TOP)
                .toList();
    }

    private VideoGrowth growth(String id) {
        VideoSnapshot video = requireNonNull(videos.get(id));
        NavigableMap<LocalDate, Long> views = requireNonNull(days.get(id));
        long now = views.lastEntry().getValue();
        return new VideoGrowth(id, video.title(), now, now - before(views));
    }

    /** The views 28 days before the channel's latest day, or the earliest known. */
    private long before(NavigableMap<LocalDate, Long> views) {
        Map.Entry<LocalDate, Long> before = views.floorEntry(latestDay().minusDays(GROWTH_DAYS));
        return before == null ? views.firstEntry().getValue() : before.getValue();
    }

    private LocalDate latestDay() {
        List<LocalDate> latest = new ArrayList<>();
        days.values().forEach(views -> latest.add(views.lastKey()));
        return latest.stream().max(Comparator.naturalOrder()).orElseThrow();
    }
}
