package dev.sluice.domain.webhook;

/** What came of sending. Nothing of what the other side says is kept but the status. */
public sealed interface WebhookResponse {

    /** There was an answer. */
    record Answered(int status) implements WebhookResponse {}

    /** There was none. */
    record Failed(WebhookFault fault) implements WebhookResponse {}

    /** Whether the event has arrived. */
    default boolean arrived() {
        return this instanceof Answered answer && answer.status() / 100 == 2;
    }

    /** Whether the other side says that nobody listens there any more. */
    default boolean gone() {
        return this instanceof Answered answer && answer.status() == 410;
    }
}
