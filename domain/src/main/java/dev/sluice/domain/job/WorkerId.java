package dev.sluice.domain.job;

import java.util.UUID;

/** The identity of one run of a worker process: random, so that a restarted worker is never taken for its former self. */
public record WorkerId(UUID value) {

    public static WorkerId random() {
        return new WorkerId(UUID.randomUUID());
    }
}
