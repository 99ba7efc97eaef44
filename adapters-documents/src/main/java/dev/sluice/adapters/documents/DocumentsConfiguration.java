package dev.sluice.adapters.documents;

import dev.sluice.domain.invoice.InvoiceRenderer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Provides the {@link InvoiceRenderer}. */
@Configuration(proxyBeanMethods = false)
public class DocumentsConfiguration {

    @Bean
    InvoiceRenderer invoiceRenderer() {
        return new OpenPdfInvoiceRenderer(Typeface.load());
    }
}
