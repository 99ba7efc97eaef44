package dev.sluice.domain.repository;

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
import dev.sluice.domain.transaction.Transactions;
import dev.sluice.domain.webhook.WebhookDeliveries;
import dev.sluice.domain.webhook.WebhookEndpoints;

/** The repositories over one store, empty when a test begins. */
public interface Repositories {

    Transactions transactions();

    Creators creators();

    Products products();

    Orders orders();

    IdempotencyRecords idempotencyRecords();

    Invoices invoices();

    InvoiceDocuments invoiceDocuments();

    CreditNotes creditNotes();

    CreditNoteDocuments creditNoteDocuments();

    Receipts receipts();

    SentMails sentMails();

    Channels channels();

    Portfolios portfolios();

    PendingInvalidations pendingInvalidations();

    ApiKeys apiKeys();

    WebhookEndpoints webhookEndpoints();

    WebhookDeliveries webhookDeliveries();

    PersonalRecords personalRecords();

    SigningKeys signingKeys();
}
