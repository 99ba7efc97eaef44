package dev.sluice.domain.job;

/** What every record of jobs does. */
public interface JobRecordContract
        extends JobsContract,
                JobsInBulkContract,
                JobCountsContract,
                JobClaimsContract,
                JobDispatchesContract,
                JobUpkeepContract,
                QueueProgressContract {}
