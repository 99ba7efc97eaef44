package dev.sluice.adapters.persistence.job;

import java.util.UUID;
import org.jooq.JSONB;
import org.jspecify.annotations.Nullable;

/** A job that has just moved into the history. */
record EndedJob(
        UUID id,
        int dispatch,
        String type,
        String queue,
        int attempt,
        JSONB payload,
        String state,
        @Nullable UUID parentId) {}
