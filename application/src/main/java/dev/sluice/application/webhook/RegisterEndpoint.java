package dev.sluice.application.webhook;

import dev.sluice.domain.access.Owner;
import dev.sluice.domain.catalogue.CreatorId;
import dev.sluice.domain.catalogue.Creators;
import dev.sluice.domain.id.Ids;
import dev.sluice.domain.transaction.Transactions;
import dev.sluice.domain.webhook.WebhookEndpoint;
import dev.sluice.domain.webhook.WebhookEndpointDetails;
import dev.sluice.domain.webhook.WebhookEndpointId;
import dev.sluice.domain.webhook.WebhookEndpoints;
import dev.sluice.domain.webhook.WebhookSecret;
import dev.sluice.domain.webhook.WebhookTargets;
import java.security.SecureRandom;
import java.time.InstantSource;

/** Registers where a seller listens, and makes the secret that deliveries to it are signed with. */
public final class RegisterEndpoint {

    /** Each event of a seller becomes as many jobs. */
    public static final int MOST = 20;

    private final Transactions transactions;
    private final WebhookEndpoints endpoints;
    private final Creators creators;
    private final WebhookTargets targets;
    private final Ids ids;
    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();

    public RegisterEndpoint(
            Transactions transactions,
            WebhookEndpoints endpoints,
            Creators creators,
            WebhookTargets targets,
            Ids ids,
            InstantSource clock) {
        this.transactions = transactions;
        this.endpoints = endpoints;
        this.creators = creators;
        this.targets = targets;
        this.ids = ids;
        this.clock = clock;
    }

    /** @param owner on whose behalf */
    public Result register(CreatorId creator, WebhookEndpointDetails details, Owner owner) {
        if (!owner.owns(creator) || creators.find(creator).isEmpty()) {
            return new UnknownCreator();
        }
        return targets.accepts(details.url()) ? add(creator, details) : new TargetRefused();
    }

    private Result add(CreatorId creator, WebhookEndpointDetails details) {
        WebhookEndpoint endpoint = WebhookEndpoint.registered(
                new WebhookEndpointId(ids.next()), creator, details, WebhookSecret.generate(random), clock.instant());
        return transactions.call(() -> endpoints.add(endpoint, MOST)) ? new Registered(endpoint) : new TooMany();
    }

    /** What came of it. */
    public sealed interface Result {}

    /** The endpoint is on record. */
    public record Registered(WebhookEndpoint endpoint) implements Result {}

    /** The owner has no such creator. */
    public record UnknownCreator() implements Result {}

    /** The creator has as many endpoints as it may have. */
    public record TooMany() implements Result {}

    /** Nothing is sent to where the URL leads. */
    public record TargetRefused() implements Result {}
}
