package dev.sluice.domain.job;

/**
 * The time in which one worker is the dispatcher of the whole installation.
 *
 * @param epoch grows with every change of dispatcher: the statements of an earlier one find nothing to do
 */
public record DispatcherTerm(WorkerId holder, long epoch) {}
