package dev.sluice.adapters.documents;

import dev.sluice.domain.invoice.CreditNoteRenderer;
import dev.sluice.domain.invoice.InvoiceRenderer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Provides the {@link InvoiceRenderer} and the {@link CreditNoteRenderer}. */
@Configuration(proxyBeanMethods = false)
public class DocumentsConfiguration {

    @Bean
    InvoiceRenderer invoiceRenderer() {
        return new OpenPdfInvoiceRenderer(Typeface.load());
    }

    @Bean
    CreditNoteRenderer creditNoteRenderer() {
        return new OpenPdfCreditNoteRenderer(Typeface.load());
    }
}
