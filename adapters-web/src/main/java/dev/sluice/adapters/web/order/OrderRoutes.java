package dev.sluice.adapters.web.order;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The routes of orders, their documents and what became of them. */
@Configuration(proxyBeanMethods = false)
@Import({
    OrderController.class,
    InvoiceController.class,
    CreditNoteController.class,
    ReceiptController.class,
    TimelineController.class
})
public class OrderRoutes {}
