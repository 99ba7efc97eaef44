package dev.sluice.application.webhook;

import dev.sluice.domain.transaction.Transactions;
import dev.sluice.domain.webhook.WebhookEndpoints;

/** Forgets the secrets of endpoints that sign no more since they were rotated. Any worker may run it at any time. */
public final class ForgetSecrets {

    private final Transactions transactions;
    private final WebhookEndpoints endpoints;

    public ForgetSecrets(Transactions transactions, WebhookEndpoints endpoints) {
        this.transactions = transactions;
        this.endpoints = endpoints;
    }

    /** @return false, as it has forgotten all that there were */
    public boolean runOnce() {
        transactions.run(endpoints::forgetRetired);
        return false;
    }
}
