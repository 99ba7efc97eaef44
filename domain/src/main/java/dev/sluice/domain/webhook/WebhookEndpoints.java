package dev.sluice.domain.webhook;

import dev.sluice.domain.access.Owner;
import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.page.Page;
import dev.sluice.domain.page.PageRequest;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** All endpoints of webhooks. Safe for use by many threads; joins the caller's transaction. */
public interface WebhookEndpoints {

    /**
     * Adds an endpoint. Of several of one creator that are added at the same time, each comes wholly after the other. Needs
     * a transaction.
     *
     * @param most how many a creator may have
     * @return false if its creator has as many
     * @throws RuntimeException if its creator is not on record
     */
    boolean add(WebhookEndpoint endpoint, int most);

    /** The endpoint, whosesoever it is: for what the system does itself. */
    Optional<WebhookEndpoint> find(WebhookEndpointId id);

    /** The endpoint, if it is the owner's. */
    Optional<WebhookEndpoint> find(WebhookEndpointId id, Owner owner);

    /** The owner's endpoints, newest first. */
    Page<WebhookEndpoint> list(Owner owner, PageRequest page);

    /** The endpoints of these creators that {@linkplain WebhookEndpointDetails#wants want} to be told of such a thing. */
    List<WebhookEndpoint> listening(Collection<CreatorId> creators, WebhookEventType type);

    /**
     * Replaces what a seller says about an endpoint; its secrets stay as they are.
     *
     * @return false if the stored version is not the one before {@code endpoint.version()}: nothing is written
     */
    boolean replace(WebhookEndpoint endpoint);

    /**
     * Gives an endpoint {@linkplain WebhookSecrets#rotated another secret}. Of two who do so at the same time, one does it
     * wholly after the other.
     *
     * @return false if the owner has no such endpoint
     */
    boolean rotate(WebhookEndpointId id, Owner owner, WebhookSecret next, Instant until);

    /** Forgets the secrets whose time to sign beside another {@linkplain WebhookSecrets#retiringUntil is over}. */
    void forgetRetired();

    /** Switches an endpoint off, if it is there and on. */
    void disable(WebhookEndpointId id);

    /**
     * Forgets an endpoint for good. What it was told stays on record for its time.
     *
     * @return false if the owner has no such endpoint
     */
    boolean delete(WebhookEndpointId id, Owner owner);
}
