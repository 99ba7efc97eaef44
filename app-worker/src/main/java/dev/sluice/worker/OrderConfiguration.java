package dev.sluice.worker;

import dev.sluice.application.invoice.FileCreditNote;
import dev.sluice.application.invoice.FileInvoice;
import dev.sluice.application.invoice.IssueInvoice;
import dev.sluice.application.invoice.SendCreditNote;
import dev.sluice.application.invoice.SendInvoice;
import dev.sluice.application.order.DeliverCreditNote;
import dev.sluice.application.order.DeliverReceipt;
import dev.sluice.application.order.OrderFollowsJob;
import dev.sluice.application.order.ProcessOrder;
import dev.sluice.application.webhook.AnnounceOrders;
import dev.sluice.domain.catalogue.Creators;
import dev.sluice.domain.catalogue.Products;
import dev.sluice.domain.id.Ids;
import dev.sluice.domain.invoice.CreditNoteDocuments;
import dev.sluice.domain.invoice.CreditNoteRenderer;
import dev.sluice.domain.invoice.CreditNotes;
import dev.sluice.domain.invoice.InvoiceDocuments;
import dev.sluice.domain.invoice.InvoiceRenderer;
import dev.sluice.domain.invoice.Invoices;
import dev.sluice.domain.mail.Mailer;
import dev.sluice.domain.mail.SentMails;
import dev.sluice.domain.order.Orders;
import java.time.InstantSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** The jobs {@code process-sync}, {@code send-credit-note} and {@code resend-receipt}, and the steps they take. */
@Configuration(proxyBeanMethods = false)
class OrderConfiguration {

    @Bean
    IssueInvoice issueInvoice(Creators creators, Invoices invoices, Ids ids, InstantSource clock) {
        return new IssueInvoice(creators, invoices, ids, clock);
    }

    @Bean
    FileInvoice fileInvoice(InvoiceRenderer renderer, InvoiceDocuments documents) {
        return new FileInvoice(renderer, documents);
    }

    @Bean
    SendInvoice sendInvoice(Mailer mailer, SentMails sentMails, InstantSource clock) {
        return new SendInvoice(mailer, sentMails, clock);
    }

    @Bean
    ProcessOrder processOrder(
            Orders orders, IssueInvoice issuing, FileInvoice filing, SendInvoice sending, InstantSource clock) {
        return new ProcessOrder(orders, issuing, filing, sending, clock);
    }

    @Bean
    FileCreditNote fileCreditNote(CreditNoteRenderer renderer, CreditNoteDocuments documents) {
        return new FileCreditNote(renderer, documents);
    }

    @Bean
    SendCreditNote sendCreditNote(Mailer mailer, SentMails sentMails, InstantSource clock) {
        return new SendCreditNote(mailer, sentMails, clock);
    }

    @Bean
    DeliverCreditNote deliverCreditNote(
            Orders orders, CreditNotes notes, FileCreditNote filing, SendCreditNote sending) {
        return new DeliverCreditNote(orders, notes, filing, sending);
    }

    @Bean
    DeliverReceipt deliverReceipt(Orders orders, Invoices invoices, InvoiceDocuments documents, SendInvoice sending) {
        return new DeliverReceipt(orders, invoices, documents, sending);
    }

    @Bean
    OrderFollowsJob orderFollowsJob(Orders orders, Products products, AnnounceOrders announcing, InstantSource clock) {
        return new OrderFollowsJob(orders, products, announcing, clock);
    }
}
