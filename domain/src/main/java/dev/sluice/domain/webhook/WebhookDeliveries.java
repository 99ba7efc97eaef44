package dev.sluice.domain.webhook;

import dev.sluice.domain.access.Owner;
import dev.sluice.domain.job.JobId;
import dev.sluice.domain.page.Page;
import dev.sluice.domain.page.PageRequest;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** The record of all deliveries. Safe for use by many threads; joins the caller's transaction. */
public interface WebhookDeliveries {

    /** Records deliveries that are to be made. Needs a transaction, the one in which happens what they tell of. */
    void addAll(List<WebhookDelivery> deliveries);

    /** The delivery, whosesoever it is: for what the system does itself. */
    Optional<WebhookDelivery> find(WebhookDeliveryId id);

    /** The delivery, if it is the owner's and to that endpoint. */
    Optional<WebhookDelivery> find(WebhookDeliveryId id, WebhookEndpointId endpoint, Owner owner);

    /** The deliveries that the filter lets through, newest first. */
    Page<WebhookDelivery> list(WebhookDeliveryFilter filter, PageRequest page);

    /** Records an attempt; one that has arrived makes the delivery {@link WebhookDeliveryState#DELIVERED}. Needs a transaction. */
    void record(WebhookDeliveryId id, WebhookAttempt attempt);

    /** Gives up those of these deliveries that are pending. */
    void giveUp(Collection<WebhookDeliveryId> ids);

    /**
     * Makes those of these deliveries pending that are not.
     *
     * @return how many there were
     */
    int reopen(Collection<WebhookDeliveryId> ids);

    /** Says which job makes a delivery from now on. */
    void assign(WebhookDeliveryId id, JobId job);

    /**
     * Forgets deliveries that are not on their way, and the attempts at them, of events that happened at least so long ago.
     * Needs a transaction.
     *
     * @param limit how many at most
     * @return how many there were
     */
    int forget(Duration age, int limit);
}
