package dev.sluice.application.order;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.jspecify.annotations.Nullable;

/**
 * Something that has happened to an order.
 *
 * @param at when, to the millisecond, which is as exact as all that is on record
 * @param detail what the kind does not say, without personal data: a number, why an attempt failed, the id of a job; null
 *     if there is no such thing
 */
public record OrderEvent(Kind kind, Instant at, @Nullable String detail) {

    public OrderEvent {
        at = at.truncatedTo(ChronoUnit.MILLIS);
    }

    static OrderEvent of(Kind kind, Instant at) {
        return new OrderEvent(kind, at, null);
    }

    /** What can happen, in the order in which it does if it does so in the same millisecond. */
    public enum Kind {
        PLACED,
        /** Its first attempt began. */
        PROCESSING_STARTED,
        /** A further attempt began. */
        RETRIED,
        /** The invoice got its number, which the detail says. */
        INVOICE_ISSUED,
        /** An attempt failed; the detail says why. */
        ATTEMPT_FAILED,
        /** The buyer was sent the invoice. */
        INVOICE_SENT,
        COMPLETED,
        FAILED,
        CANCELLED,
        /** The credit note got its number, which the detail says. */
        REFUNDED,
        /** The buyer was sent the credit note. */
        CREDIT_NOTE_SENT,
        /** The invoice was asked for once more; the detail is the id of the job. */
        RECEIPT_REQUESTED,
        /** The buyer was sent the invoice once more; the detail is the id of the job. */
        RECEIPT_SENT;

        /** Whether it can only happen once the order has ended. */
        boolean followsTheEnd() {
            return compareTo(CANCELLED) > 0;
        }
    }
}
