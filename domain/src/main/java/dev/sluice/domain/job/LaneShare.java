package dev.sluice.domain.job;

/** How many jobs of a lane are to be dispatched. */
public record LaneShare(Lane lane, int jobs) {}
