package dev.sluice.adapters.messaging;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Which batches have come, so that it shows when one is missing. Used by one thread. */
final class JobEventNumbers {

    /** Tellers come and go; those that have told nothing for longest are forgotten. */
    private static final int TELLERS = 1_000;

    private final Map<UUID, Long> latest = new LinkedHashMap<>(16, 0.75f, true) {
        private static final long serialVersionUID = 1;

        @Override
        protected boolean removeEldestEntry(Map.Entry<UUID, Long> eldest) {
            return size() > TELLERS;
        }
    };

    /** @return whether batches are missing between this one and the teller's last one */
    boolean leavesGap(JobEventBatch batch) {
        @Nullable Long before = latest.get(batch.teller());
        if (before != null && batch.number() <= before) {
            return false;
        }
        latest.put(batch.teller(), batch.number());
        return before != null && batch.number() > before + 1;
    }

    void forget() {
        latest.clear();
    }
}
