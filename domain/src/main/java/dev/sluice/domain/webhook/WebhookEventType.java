package dev.sluice.domain.webhook;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What sellers can be told of. A further type is a further constant, and a call where it happens. */
public enum WebhookEventType {
    /** An order was invoiced, and the invoice sent. */
    ORDER_COMPLETED,
    /** The processing of an order was given up. */
    ORDER_FAILED,
    /** A completed order was taken back as a whole. */
    ORDER_REFUNDED;

    private final String text = name().toLowerCase(Locale.ROOT).replace('_', '.');

    /** As clients spell it: {@code order.completed}. */
    public String text() {
        return text;
    }

    public static Optional<WebhookEventType> find(String text) {
        return Arrays.stream(values()).filter(type -> type.text.equals(text)).findFirst();
    }
}
