package dev.sluice.adapters.persistence.invoice;

import dev.sluice.domain.invoice.InvoiceDocuments;
import dev.sluice.domain.invoice.Invoices;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Invoices and their documents. */
@Configuration(proxyBeanMethods = false)
public class InvoiceConfiguration {

    @Bean
    Invoices invoices(DSLContext database) {
        return new JooqInvoices(database);
    }

    @Bean
    InvoiceDocuments invoiceDocuments(DSLContext database) {
        return new JooqInvoiceDocuments(database);
    }
}
