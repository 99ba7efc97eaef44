package dev.sluice.adapters.documents;

import dev.sluice.domain.invoice.CreditNoteRenderer;
import dev.sluice.domain.invoice.InvoiceRenderer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Provides the {@link InvoiceRenderer} and the {@link CreditNoteRenderer}. */
@Configuration(proxyBeanMethods = false)
public class DocumentsConfiguration {

    @Bean
    Layouts layouts() {
        return new Layouts();
    }

    @Bean
    InvoiceRenderer invoiceRenderer(Layouts layouts) {
        return new OpenPdfInvoiceRenderer(layouts);
    }

    @Bean
    CreditNoteRenderer creditNoteRenderer(Layouts layouts) {
        return new OpenPdfCreditNoteRenderer(layouts);
    }
}
