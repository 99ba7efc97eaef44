package dev.sluice.adapters.persistence.invoice;

import dev.sluice.domain.invoice.CreditNoteDocuments;
import dev.sluice.domain.invoice.CreditNotes;
import dev.sluice.domain.invoice.InvoiceDocuments;
import dev.sluice.domain.invoice.Invoices;
import dev.sluice.domain.invoice.Receipts;
import org.jooq.DSLContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Invoices and credit notes with their documents, and receipts. */
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

    @Bean
    CreditNotes creditNotes(DSLContext database) {
        return new JooqCreditNotes(database);
    }

    @Bean
    CreditNoteDocuments creditNoteDocuments(DSLContext database) {
        return new JooqCreditNoteDocuments(database);
    }

    @Bean
    Receipts receipts(DSLContext database) {
        return new JooqReceipts(database);
    }
}
