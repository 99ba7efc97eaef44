package dev.sluice.domain.order;

/** How far an order has come. */
public enum OrderStatus {
    /** Placed and waiting for its job. */
    QUEUED,
    /** Its job has begun: the invoice has its number. */
    PROCESSING,
    /** Invoiced, the invoice stored and sent. */
    COMPLETED,
    /** Its job is dead; a retry by hand makes it QUEUED again. */
    FAILED,
    /** Called off for good; its limited stock is back on sale. */
    CANCELLED,
    /** Completed, and taken back as a whole for good; it has a credit note. */
    REFUNDED;

    /** Whether its job has still to end. */
    public boolean isUnderWay() {
        return this == QUEUED || this == PROCESSING;
    }
}
