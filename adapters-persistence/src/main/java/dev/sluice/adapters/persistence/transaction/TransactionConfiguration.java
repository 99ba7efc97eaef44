package dev.sluice.adapters.persistence.transaction;

import dev.sluice.domain.transaction.Transactions;
import org.springframework.boot.jooq.autoconfigure.ExceptionTranslatorExecuteListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.support.TransactionTemplate;

/** The transactions and the translation of the database's failures, in place of Spring Boot's own. */
@Configuration(proxyBeanMethods = false)
public class TransactionConfiguration {

    @Bean
    Transactions transactions(PlatformTransactionManager manager) {
        return new SpringTransactions(new TransactionTemplate(manager));
    }

    @Bean
    ExceptionTranslatorExecuteListener databaseFailures() {
        return new FailureTranslation();
    }
}
