package dev.sluice.application.webhook;

import dev.sluice.domain.webhook.WebhookEndpoint;
import dev.sluice.domain.webhook.WebhookEndpointDetails;
import dev.sluice.domain.webhook.WebhookEndpoints;
import dev.sluice.domain.webhook.WebhookTargets;

/** Changes what a seller says about an endpoint. What is on its way goes where the endpoint is when it gets there. */
public final class ReviseEndpoint {

    private final WebhookEndpoints endpoints;
    private final WebhookTargets targets;

    public ReviseEndpoint(WebhookEndpoints endpoints, WebhookTargets targets) {
        this.endpoints = endpoints;
        this.targets = targets;
    }

    /** @param current the endpoint as the client saw it */
    public Result revise(WebhookEndpoint current, WebhookEndpointDetails revision) {
        boolean moved = !revision.url().equals(current.details().url());
        if (moved && !targets.accepts(revision.url())) {
            return new TargetRefused();
        }
        WebhookEndpoint next = current.revised(revision);
        return endpoints.replace(next) ? new Revised(next) : new Stale();
    }

    /** What came of it. */
    public sealed interface Result {}

    /** The endpoint has its next version. */
    public record Revised(WebhookEndpoint endpoint) implements Result {}

    /** Another change came first: nothing is written. */
    public record Stale() implements Result {}

    /** Nothing is sent to where the URL leads. */
    public record TargetRefused() implements Result {}
}
