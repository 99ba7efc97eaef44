package dev.sluice.domain.repository;

import dev.sluice.domain.access.InMemoryApiKeys;
import dev.sluice.domain.cache.InMemoryPendingInvalidations;
import dev.sluice.domain.catalogue.InMemoryCreators;
import dev.sluice.domain.catalogue.InMemoryProducts;
import dev.sluice.domain.channel.InMemoryChannels;
import dev.sluice.domain.idempotency.InMemoryIdempotencyRecords;
import dev.sluice.domain.invoice.InMemoryCreditNoteDocuments;
import dev.sluice.domain.invoice.InMemoryCreditNotes;
import dev.sluice.domain.invoice.InMemoryInvoiceDocuments;
import dev.sluice.domain.invoice.InMemoryInvoices;
import dev.sluice.domain.invoice.InMemoryReceipts;
import dev.sluice.domain.link.InMemorySigningKeys;
import dev.sluice.domain.mail.InMemorySentMails;
import dev.sluice.domain.order.InMemoryOrders;
import dev.sluice.domain.portfolio.InMemoryPortfolios;
import dev.sluice.domain.privacy.InMemoryPersonalRecords;
import dev.sluice.domain.transaction.InMemoryTransactions;
import dev.sluice.domain.webhook.InMemoryWebhookDeliveries;
import dev.sluice.domain.webhook.InMemoryWebhookEndpoints;
import java.time.InstantSource;

/** The in-memory twins of all repositories, in the same transactions. */
public record InMemoryRepositories(
        InMemoryTransactions transactions,
        InMemoryCreators creators,
        InMemoryProducts products,
        InMemoryOrders orders,
        InMemoryIdempotencyRecords idempotencyRecords,
        InMemoryInvoices invoices,
        InMemoryInvoiceDocuments invoiceDocuments,
        InMemoryCreditNotes creditNotes,
        InMemoryCreditNoteDocuments creditNoteDocuments,
        InMemoryReceipts receipts,
        InMemorySentMails sentMails,
        InMemoryChannels channels,
        InMemoryPortfolios portfolios,
        InMemoryPendingInvalidations pendingInvalidations,
        InMemoryApiKeys apiKeys,
        InMemoryWebhookEndpoints webhookEndpoints,
        InMemoryWebhookDeliveries webhookDeliveries,
        InMemoryPersonalRecords personalRecords,
        InMemorySigningKeys signingKeys)
        implements Repositories {

    public static InMemoryRepositories empty() {
        return empty(InstantSource.system());
    }

    /** Empty repositories that go by that clock. */
    public static InMemoryRepositories empty(InstantSource clock) {
        InMemoryTransactions transactions = new InMemoryTransactions();
        InMemoryCreators creators = new InMemoryCreators(transactions);
        InMemoryProducts products = new InMemoryProducts(transactions);
        InMemoryOrders orders = new InMemoryOrders(transactions);
        InMemoryInvoices invoices = new InMemoryInvoices(transactions);
        InMemoryCreditNotes creditNotes = new InMemoryCreditNotes(transactions);
        InMemoryCreditNoteDocuments creditNoteDocuments = new InMemoryCreditNoteDocuments(transactions, creditNotes);
        InMemoryInvoiceDocuments documents = new InMemoryInvoiceDocuments(transactions, invoices);
        InMemoryIdempotencyRecords idempotency = new InMemoryIdempotencyRecords(transactions, clock);
        InMemoryReceipts receipts = new InMemoryReceipts(transactions);
        InMemorySentMails sentMails = new InMemorySentMails(transactions);
        InMemoryChannels channels = new InMemoryChannels(transactions);
        return new InMemoryRepositories(
                transactions,
                creators,
                products,
                orders,
                idempotency,
                invoices,
                documents,
                creditNotes,
                creditNoteDocuments,
                receipts,
                sentMails,
                channels,
                new InMemoryPortfolios(creators, products, orders, channels, clock),
                new InMemoryPendingInvalidations(transactions, clock),
                new InMemoryApiKeys(transactions),
                new InMemoryWebhookEndpoints(transactions, clock),
                new InMemoryWebhookDeliveries(transactions, clock),
                new InMemoryPersonalRecords(
                        transactions,
                        orders,
                        invoices,
                        documents,
                        creditNotes,
                        creditNoteDocuments,
                        receipts,
                        sentMails,
                        idempotency),
                new InMemorySigningKeys(transactions));
    }
}
