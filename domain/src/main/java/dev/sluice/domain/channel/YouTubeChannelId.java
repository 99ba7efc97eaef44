package dev.sluice.domain.channel;

/** The identity of a channel at YouTube, such as {@code UC} and 22 more characters. */
public record YouTubeChannelId(String value) {}
