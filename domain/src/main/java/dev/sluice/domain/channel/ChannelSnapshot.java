package dev.sluice.domain.channel;

import java.util.List;

/** A channel and its public videos at the time of a synchronisation. */
public record ChannelSnapshot(String title, ChannelTotals totals, List<VideoSnapshot> videos) {

    public ChannelSnapshot {
        videos = List.copyOf(videos);
    }
}
