package dev.sluice.worker;

import dev.sluice.application.cache.InvalidateReads;
import dev.sluice.application.cache.RepairInvalidations;
import dev.sluice.application.job.Loop;
import dev.sluice.domain.cache.CacheInvalidations;
import dev.sluice.domain.cache.PendingInvalidations;
import dev.sluice.domain.id.Ids;
import dev.sluice.domain.metric.Metrics;
import dev.sluice.domain.transaction.Transactions;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What keeps the cache right. */
@Configuration(proxyBeanMethods = false)
class CacheConfiguration {

    @Bean
    InvalidateReads invalidateReads(
            Transactions transactions, PendingInvalidations pending, CacheInvalidations cache, Ids ids) {
        return new InvalidateReads(transactions, pending, cache, ids);
    }

    /** In each process, since none of the others need be there: there may be no worker for hours. */
    @Bean(initMethod = "start", destroyMethod = "close")
    Loop repairInvalidationsLoop(
            Transactions transactions, PendingInvalidations pending, CacheInvalidations cache, Metrics metrics) {
        RepairInvalidations repairing = new RepairInvalidations(transactions, pending, cache, metrics);
        return Loop.background("repair-invalidations", RepairInvalidations.PAUSE, repairing::runOnce);
    }
}
