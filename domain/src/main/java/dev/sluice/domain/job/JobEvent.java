package dev.sluice.domain.job;

import java.time.Instant;

/**
 * That a job has come into a state: a hint for whoever watches, which may come late, twice, out of turn or never. The
 * record of jobs is the truth.
 *
 * @param state what the job has become; nobody tells that it was dispatched, nor that its time has come
 * @param attempt the number of its latest attempt as far as the teller knows, 0 before the first
 * @param at when the record was changed, by the clock of the process that changed it: fit to show, not to reckon with
 */
public record JobEvent(JobId id, String type, QueueName queue, JobState state, int attempt, Instant at) {}
