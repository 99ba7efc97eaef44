package dev.sluice.domain.channel;

import java.time.Instant;

/** A video with its counts at the time of a synchronisation. */
public record VideoSnapshot(
        String youTubeId, String title, Instant publishedAt, long views, long likes, long comments) {}
