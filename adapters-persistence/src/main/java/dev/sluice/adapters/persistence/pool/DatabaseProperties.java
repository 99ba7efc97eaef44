package dev.sluice.adapters.persistence.pool;

import dev.sluice.domain.load.LineLimits;
import java.util.Optional;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the database is shared, among processes and within this one.
 *
 * @param process which kind this process is of; each deployable says it itself
 * @param api all APIs
 * @param worker all workers
 * @param replica where heavy reads may come from
 * @param secondConnections what becomes of a thread that takes two
 */
@ConfigurationProperties("sluice.database")
record DatabaseProperties(
        @DefaultValue("api") ProcessKind process,
        @DefaultValue Group api,
        @DefaultValue Group worker,
        @DefaultValue AdmissionProperties admission,
        @DefaultValue Timeouts timeouts,
        @DefaultValue ReplicaProperties replica,
        @DefaultValue("counted") SecondConnections secondConnections) {

    LineLimits lineLimits() {
        return new LineLimits(admission.waiting(), admission.stall());
    }

    AdmissionLimits limits(int poolSize) {
        return admission.limits(poolSize, Machine.here());
    }

    PoolBudget budget(Machine machine) {
        return switch (process) {
            case API -> new PoolBudget(api, worker, Optional.empty(), machine);
            case WORKER -> new PoolBudget(worker, api, Optional.empty(), machine);
        };
    }
}
