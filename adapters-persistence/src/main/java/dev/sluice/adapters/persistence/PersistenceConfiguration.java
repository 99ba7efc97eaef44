package dev.sluice.adapters.persistence;

import dev.sluice.adapters.persistence.job.JobConfiguration;
import dev.sluice.adapters.persistence.transaction.TransactionConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * All repositories and transactions as beans of their ports. They need Spring Boot's data source, transaction manager
 * and {@code DSLContext}.
 */
@Configuration(proxyBeanMethods = false)
@Import({JobConfiguration.class, TransactionConfiguration.class})
public class PersistenceConfiguration {}
