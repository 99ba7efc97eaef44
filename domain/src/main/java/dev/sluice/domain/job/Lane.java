package dev.sluice.domain.job;

/** The jobs of one type and group in a queue, which go one after another by priority and time. */
public record Lane(String type, GroupKey group) {}
