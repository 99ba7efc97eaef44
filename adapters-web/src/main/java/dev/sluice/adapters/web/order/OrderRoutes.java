package dev.sluice.adapters.web.order;

import dev.sluice.application.link.LinkKeys;
import dev.sluice.domain.invoice.InvoiceDocuments;
import dev.sluice.domain.order.Orders;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The routes of orders, their documents, what became of them, and their buyers. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(InvoiceLinkProperties.class)
@Import({
    OrderController.class,
    InvoiceController.class,
    InvoiceLinkController.class,
    CreditNoteController.class,
    ReceiptController.class,
    TimelineController.class,
    BuyerController.class
})
public class OrderRoutes {

    @Bean
    InvoiceLinks invoiceLinks(LinkKeys keys, InvoiceLinkProperties properties, InstantSource clock) {
        return new InvoiceLinks(new LinkSignatures(keys), properties, clock);
    }

    @Bean
    InvoiceFiles invoiceFiles(Orders orders, InvoiceDocuments documents) {
        return new InvoiceFiles(orders, documents);
    }
}
