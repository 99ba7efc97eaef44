package dev.sluice.application.webhook;

import dev.sluice.domain.job.GroupKey;
import dev.sluice.domain.job.JobRequest;
import dev.sluice.domain.job.Jobs;
import dev.sluice.domain.job.WakeUps;
import dev.sluice.domain.transaction.Transactions;
import dev.sluice.domain.webhook.WebhookDelivery;
import java.util.List;

/** Where deliveries wait to be made. */
public final class DeliveryQueue {

    private final Transactions transactions;
    private final Jobs jobs;
    private final WakeUps wakeUps;

    public DeliveryQueue(Transactions transactions, Jobs jobs, WakeUps wakeUps) {
        this.transactions = transactions;
        this.jobs = jobs;
        this.wakeUps = wakeUps;
    }

    /** Enqueues the job of a delivery in the open transaction and wakes the dispatcher once that has committed. */
    void add(WebhookDelivery delivery) {
        // Sellers take turns, so that one whose endpoint is slow does not hold up the others.
        GroupKey group = GroupKey.of(delivery.creator());
        jobs.enqueue(JobRequest.of(delivery.job(), DeliverWebhook.TYPE, DeliverWebhook.Payload.of(delivery.id()))
                .with(options -> options.group(group)));
        transactions.afterCommit(wakeUps::wakeDispatcher);
    }

    /**
     * Gives the job of a delivery all its attempts again.
     *
     * @return false if it is not dead
     */
    boolean takeUpAgain(WebhookDelivery delivery) {
        boolean dead = !jobs.retry(List.of(delivery.job())).isEmpty();
        if (dead) {
            transactions.afterCommit(wakeUps::wakeDispatcher);
        }
        return dead;
    }
}
