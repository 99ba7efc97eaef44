package dev.sluice.domain.channel;

/** What a channel has gathered in all its time. */
public record ChannelTotals(long subscribers, long views, long videos) {}
