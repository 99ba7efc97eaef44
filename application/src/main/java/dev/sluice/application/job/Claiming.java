package dev.sluice.application.job;

import dev.sluice.domain.job.JobClaims;

/** What a worker's claims stand on. */
public record Claiming(JobClaims claims, Refunds refunds, JobMeters meters) {}
