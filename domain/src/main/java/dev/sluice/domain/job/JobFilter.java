package dev.sluice.domain.job;

import org.jspecify.annotations.Nullable;

/**
 * Which jobs a list holds; null lets all through.
 *
 * @param state only jobs in this state
 * @param type only jobs of the type with this name
 */
public record JobFilter(@Nullable JobState state, @Nullable String type) {}
