package dev.sluice.application.job;

import dev.sluice.domain.job.JobDispatches;
import dev.sluice.domain.job.JobQueue;
import dev.sluice.domain.job.TokenBuckets;
import dev.sluice.domain.transaction.Transactions;

/** What dispatching stands on. */
public record Dispatching(
        Transactions transactions, JobDispatches dispatches, TokenBuckets buckets, JobQueue broker, JobMeters meters) {}
