package dev.sluice.domain.channel;

import java.util.UUID;

/** The identity of a channel in Sluice. */
public record ChannelId(UUID value) {}
