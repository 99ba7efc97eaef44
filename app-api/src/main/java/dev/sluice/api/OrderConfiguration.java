package dev.sluice.api;

import dev.sluice.application.invoice.IssueCreditNote;
import dev.sluice.application.job.CancelJob;
import dev.sluice.application.order.Basket;
import dev.sluice.application.order.CancelOrder;
import dev.sluice.application.order.OrderFollowsJob;
import dev.sluice.application.order.OrderQueue;
import dev.sluice.application.order.PlaceOrder;
import dev.sluice.application.order.ReadTimeline;
import dev.sluice.application.order.RefundOrder;
import dev.sluice.application.order.RequestReceipt;
import dev.sluice.application.webhook.AnnounceOrders;
import dev.sluice.domain.catalogue.Creators;
import dev.sluice.domain.catalogue.Products;
import dev.sluice.domain.id.Ids;
import dev.sluice.domain.idempotency.IdempotencyRecords;
import dev.sluice.domain.invoice.CreditNotes;
import dev.sluice.domain.invoice.InvoiceDocuments;
import dev.sluice.domain.invoice.Invoices;
import dev.sluice.domain.invoice.Receipts;
import dev.sluice.domain.job.Jobs;
import dev.sluice.domain.job.WakeUps;
import dev.sluice.domain.load.LineLimits;
import dev.sluice.domain.mail.SentMails;
import dev.sluice.domain.metric.Metrics;
import dev.sluice.domain.order.Orders;
import dev.sluice.domain.transaction.Transactions;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The use cases of orders. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ProcessOrderProperties.class)
class OrderConfiguration {

    @Bean
    Basket basket(Creators creators, Products products) {
        return new Basket(creators, products);
    }

    @Bean
    OrderQueue orderQueue(Transactions transactions, Jobs jobs, WakeUps wakeUps, ProcessOrderProperties properties) {
        return new OrderQueue(transactions, jobs, wakeUps, properties.retryPolicy());
    }

    @Bean
    PlaceOrder placeOrder(
            Transactions transactions,
            IdempotencyRecords idempotency,
            Basket basket,
            Orders orders,
            OrderQueue queue,
            Ids ids,
            InstantSource clock,
            LineLimits limits,
            Metrics metrics) {
        return new PlaceOrder(transactions, idempotency, basket, orders, queue, ids, clock, limits, metrics);
    }

    @Bean
    CancelOrder cancelOrder(Transactions transactions, Orders orders, Invoices invoices, CancelJob cancelling) {
        return new CancelOrder(transactions, orders, invoices, cancelling);
    }

    @Bean
    IssueCreditNote issueCreditNote(Invoices invoices, CreditNotes notes, Ids ids, InstantSource clock) {
        return new IssueCreditNote(invoices, notes, ids, clock);
    }

    @Bean
    RefundOrder refundOrder(
            Transactions transactions,
            Orders orders,
            Products products,
            IssueCreditNote issuing,
            OrderQueue queue,
            AnnounceOrders announcing) {
        return new RefundOrder(transactions, orders, products, issuing, queue, announcing);
    }

    @Bean
    RequestReceipt requestReceipt(
            Transactions transactions,
            Orders orders,
            InvoiceDocuments documents,
            Receipts receipts,
            OrderQueue queue,
            Ids ids,
            InstantSource clock) {
        return new RequestReceipt(transactions, orders, documents, receipts, queue, ids, clock);
    }

    @Bean
    ReadTimeline readTimeline(
            Orders orders, Jobs jobs, Invoices invoices, CreditNotes notes, Receipts receipts, SentMails mails) {
        return new ReadTimeline(orders, jobs, invoices, notes, receipts, mails);
    }

    @Bean
    OrderFollowsJob orderFollowsJob(Orders orders, Products products, AnnounceOrders announcing, InstantSource clock) {
        return new OrderFollowsJob(orders, products, announcing, clock);
    }
}
