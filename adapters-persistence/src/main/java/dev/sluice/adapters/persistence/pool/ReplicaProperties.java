package dev.sluice.adapters.persistence.pool;

import java.time.Duration;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * A read replica for the heavy reads.
 *
 * @param url its JDBC URL; empty for none. User, password and options are those of the database itself
 * @param patience how long a read waits at most for the replica to have replayed what has been written
 */
record ReplicaProperties(
        @DefaultValue("") String url, @DefaultValue("100ms") Duration patience) {

    ReplicaProperties {
        if (patience.isNegative() || patience.compareTo(Duration.ofSeconds(10)) > 0) {
            throw new IllegalArgumentException("sluice.database.replica.patience is from 0s to 10s, not " + patience);
        }
    }

    boolean isPresent() {
        return !url.isEmpty();
    }
}
