package dev.sluice.adapters.persistence.job;

import dev.sluice.domain.job.Dispatch;
import dev.sluice.domain.job.JobState;
import java.util.UUID;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;

/** A job that has just moved into the history. */
record EndedJob(
        Dispatch dispatch,
        String type,
        String queue,
        int attempt,
        JSONB payload,
        JobState state,
        @Nullable UUID parentId) {}
