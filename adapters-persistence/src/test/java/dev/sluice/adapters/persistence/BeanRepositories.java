package dev.sluice.adapters.persistence;

import dev.sluice.domain.access.ApiKeys;
import dev.sluice.domain.cache.PendingInvalidations;
import dev.sluice.domain.catalogue.Creators;
import dev.sluice.domain.catalogue.Products;
import dev.sluice.domain.channel.Channels;
import dev.sluice.domain.idempotency.IdempotencyRecords;
import dev.sluice.domain.invoice.CreditNoteDocuments;
import dev.sluice.domain.invoice.CreditNotes;
import dev.sluice.domain.invoice.InvoiceDocuments;
import dev.sluice.domain.invoice.Invoices;
import dev.sluice.domain.invoice.Receipts;
import dev.sluice.domain.link.SigningKeys;
import dev.sluice.domain.mail.SentMails;
import dev.sluice.domain.order.Orders;
import dev.sluice.domain.portfolio.Portfolios;
import dev.sluice.domain.privacy.PersonalRecords;
import dev.sluice.domain.repository.Repositories;
import dev.sluice.domain.transaction.Transactions;
import dev.sluice.domain.webhook.WebhookDeliveries;
import dev.sluice.domain.webhook.WebhookEndpoints;
import org.springframework.context.ApplicationContext;

/** The repositories as beans. */
record BeanRepositories(ApplicationContext context) implements Repositories {

    @Override
    public Transactions transactions() {
        return context.getBean(Transactions.class);
    }

    @Override
    public Creators creators() {
        return context.getBean(Creators.class);
    }

    @Override
    public Products products() {
        return context.getBean(Products.class);
    }

    @Override
    public Orders orders() {
        return context.getBean(Orders.class);
    }

    @Override
    public IdempotencyRecords idempotencyRecords() {
        return context.getBean(IdempotencyRecords.class);
    }

    @Override
    public Invoices invoices() {
        return context.getBean(Invoices.class);
    }

    @Override
    public InvoiceDocuments invoiceDocuments() {
        return context.getBean(InvoiceDocuments.class);
    }

    @Override
    public CreditNotes creditNotes() {
        return context.getBean(CreditNotes.class);
    }

    @Override
    public CreditNoteDocuments creditNoteDocuments() {
        return context.getBean(CreditNoteDocuments.class);
    }

    @Override
    public Receipts receipts() {
        return context.getBean(Receipts.class);
    }

    @Override
    public SentMails sentMails() {
        return context.getBean(SentMails.class);
    }

    @Override
    public Channels channels() {
        return context.getBean(Channels.class);
    }

    @Override
    public Portfolios portfolios() {
        return context.getBean(Portfolios.class);
    }

    @Override
    public PendingInvalidations pendingInvalidations() {
        return context.getBean(PendingInvalidations.class);
    }

    @Override
    public ApiKeys apiKeys() {
        return context.getBean(ApiKeys.class);
    }

    @Override
    public WebhookEndpoints webhookEndpoints() {
        return context.getBean(WebhookEndpoints.class);
    }

    @Override
    public WebhookDeliveries webhookDeliveries() {
        return context.getBean(WebhookDeliveries.class);
    }

    @Override
    public PersonalRecords personalRecords() {
        return context.getBean(PersonalRecords.class);
    }

    @Override
    public SigningKeys signingKeys() {
        return context.getBean(SigningKeys.class);
    }
}
