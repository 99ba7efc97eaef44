package dev.sluice.adapters.persistence;

import dev.sluice.adapters.persistence.access.AccessConfiguration;
import dev.sluice.adapters.persistence.cache.PendingInvalidationConfiguration;
import dev.sluice.adapters.persistence.catalogue.CatalogueConfiguration;
import dev.sluice.adapters.persistence.channel.ChannelConfiguration;
import dev.sluice.adapters.persistence.clock.ClockConfiguration;
import dev.sluice.adapters.persistence.idempotency.IdempotencyConfiguration;
import dev.sluice.adapters.persistence.invoice.InvoiceConfiguration;
import dev.sluice.adapters.persistence.job.JobConfiguration;
import dev.sluice.adapters.persistence.job.schedule.ScheduleConfiguration;
import dev.sluice.adapters.persistence.link.LinkConfiguration;
import dev.sluice.adapters.persistence.mail.MailRecordConfiguration;
import dev.sluice.adapters.persistence.order.OrderConfiguration;
import dev.sluice.adapters.persistence.pool.PoolConfiguration;
import dev.sluice.adapters.persistence.portfolio.PortfolioConfiguration;
import dev.sluice.adapters.persistence.privacy.PrivacyConfiguration;
import dev.sluice.adapters.persistence.transaction.TransactionConfiguration;
import dev.sluice.adapters.persistence.webhook.WebhookConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * All repositories, transactions and the clock as beans of their ports. They need Spring Boot's transaction manager and
 * {@code DSLContext}, its settings of the data source, and {@link dev.sluice.domain.metric.Metrics}.
 */
@Configuration(proxyBeanMethods = false)
@Import({
    AccessConfiguration.class,
    CatalogueConfiguration.class,
    ChannelConfiguration.class,
    ClockConfiguration.class,
    IdempotencyConfiguration.class,
    InvoiceConfiguration.class,
    JobConfiguration.class,
    LinkConfiguration.class,
    MailRecordConfiguration.class,
    OrderConfiguration.class,
    PendingInvalidationConfiguration.class,
    PoolConfiguration.class,
    PortfolioConfiguration.class,
    PrivacyConfiguration.class,
    ScheduleConfiguration.class,
    TransactionConfiguration.class,
    WebhookConfiguration.class
})
public class PersistenceConfiguration {}
