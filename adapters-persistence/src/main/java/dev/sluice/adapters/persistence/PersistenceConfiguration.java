package dev.sluice.adapters.persistence;

import dev.sluice.adapters.persistence.transaction.TransactionConfiguration;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/**
 * All repositories and transactions as beans of their ports. They need Spring Boot's data source, transaction manager
 * and {@code DSLContext}.
 */
@Configuration(proxyBeanMethods = false)
@Import(TransactionConfiguration.class)
public class PersistenceConfiguration {}
