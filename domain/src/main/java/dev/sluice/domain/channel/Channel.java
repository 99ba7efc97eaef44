package dev.sluice.domain.channel;

import dev.sluice.domain.catalogue.CreatorId;

/** A creator's YouTube channel. */
public record Channel(ChannelId id, CreatorId creator, YouTubeChannelId youTubeId) {}
