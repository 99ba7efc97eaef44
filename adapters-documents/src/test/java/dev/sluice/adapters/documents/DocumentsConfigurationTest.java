package dev.sluice.adapters.documents;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sluice.domain.invoice.CreditNoteRenderer;
import dev.sluice.domain.invoice.InvoiceRenderer;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

class DocumentsConfigurationTest {

    @Test
    void providesTheRenderers() {
        try (var context = new AnnotationConfigApplicationContext(DocumentsConfiguration.class)) {
            assertThat(context.getBean(InvoiceRenderer.class)).isInstanceOf(OpenPdfInvoiceRenderer.class);
            assertThat(context.getBean(CreditNoteRenderer.class)).isInstanceOf(OpenPdfCreditNoteRenderer.class);
        }
    }
}
