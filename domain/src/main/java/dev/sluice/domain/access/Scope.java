package dev.sluice.domain.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** A part of the API that a caller may be let into. What is public needs none. */
public enum Scope {
    /** The upkeep of shops and products. */
    CATALOGUE,
    /** Placing and reading orders, and their invoices. */
    ORDERS,
    /** Having channels synchronised. */
    CHANNEL,
    /** Reading jobs and controlling them one by one. */
    JOBS,
    /** Endpoints of webhooks, and what was delivered to them. */
    WEBHOOKS,
    /** What concerns the whole installation: never a seller's. */
    OPERATIONS;

    private final String text = name().toLowerCase(Locale.ROOT);

    /** As clients spell it. */
    public String text() {
        return text;
    }

    public static Optional<Scope> find(String text) {
        return Arrays.stream(values()).filter(scope -> scope.text.equals(text)).findFirst();
    }
}
