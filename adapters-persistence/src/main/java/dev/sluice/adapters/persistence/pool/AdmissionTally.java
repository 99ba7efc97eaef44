package dev.sluice.adapters.persistence.pool;

import dev.sluice.domain.load.Urgency;
import dev.sluice.domain.metric.Metrics;
import java.util.concurrent.TimeUnit;

/** What operators learn of the door in front of the pool. */
record AdmissionTally(Metrics metrics) {

    void refused(Purpose purpose, Urgency urgency, Refused why) {
        metrics.count("database.refusals", "purpose", purpose.tag(), "urgency", urgency.tag(), "reason", why.tag());
    }

    /** @param nanos how long somebody waited who then got a connection */
    void waited(Purpose purpose, long nanos) {
        metrics.count("database.waits", "purpose", purpose.tag());
        metrics.count(
                (int) TimeUnit.NANOSECONDS.toMillis(nanos), "database.wait.milliseconds", "purpose", purpose.tag());
    }

    /** @param outcome what came of asking the replica for a heavy read: served, behind or failed */
    void readFromReplica(String outcome) {
        metrics.count("database.replica.reads", "outcome", outcome);
    }

    void secondConnection() {
        metrics.count("database.second.connections");
    }
}
