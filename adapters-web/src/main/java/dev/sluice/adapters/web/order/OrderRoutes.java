package dev.sluice.adapters.web.order;

import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;

/** The routes of orders and their invoices. */
@Configuration(proxyBeanMethods = false)
@Import({OrderController.class, InvoiceController.class})
public class OrderRoutes {}
