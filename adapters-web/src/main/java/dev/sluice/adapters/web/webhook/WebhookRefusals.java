package dev.sluice.adapters.web.webhook;

import dev.sluice.adapters.web.problem.ProblemType;
import dev.sluice.adapters.web.problem.Refusal;
import dev.sluice.adapters.web.problem.Violation;
import dev.sluice.application.webhook.RegisterEndpoint;

/** What is said when an endpoint is not as it should be. */
final class WebhookRefusals {

    private WebhookRefusals() {}

    /** The same for what does not exist and for what is private: nobody learns the names of a private network. */
    static Refusal target() {
        return Refusal.invalid(Violation.ofBody(
                "/url", "not-public", "must be an https URL whose host has public addresses and no others"));
    }

    static Refusal event(int index) {
        return Refusal.invalid(Violation.ofBody("/events/" + index, "invalid", "is not an event"));
    }

    static Refusal unknownCreator() {
        return Refusal.of(ProblemType.UNKNOWN_REFERENCE, "There is no such creator.")
                .with(Violation.ofBody("/creatorId", "unknown", "is not the id of a creator"));
    }

    static Refusal tooMany() {
        return Refusal.of(
                ProblemType.WRONG_STATE,
                "The creator has " + RegisterEndpoint.MOST + " webhooks, and no room for more.");
    }

    static Refusal unknownEndpoint() {
        return Refusal.notFound("webhook");
    }

    static Refusal unknownDelivery() {
        return Refusal.notFound("delivery");
    }
}
