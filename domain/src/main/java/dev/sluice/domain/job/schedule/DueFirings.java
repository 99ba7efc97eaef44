package dev.sluice.domain.job.schedule;

/**
 * What a schedule whose time has come has to do.
 *
 * @param jobs how many jobs to enqueue; none if all its runs were missed and are skipped
 * @param next what is planned then; due already if there are more runs to make up for
 */
public record DueFirings(int jobs, PlannedFiring next) {}
