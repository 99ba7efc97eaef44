package dev.sluice.adapters.persistence.pool;

import java.time.Duration;
import java.util.Locale;

/** Why somebody gets no connection. */
enum Refused {
    /** The queue is so long that its turn would come too late. */
    BUSY("too many wait for a connection"),
    /** Its deadline came, or its patience ended, before its turn. */
    LATE("no connection was free in time"),
    /** No connection has come back for so long that the database seems to stand still. */
    STALLED("the database does not get on"),
    /** There is no connection, and none can be opened. */
    UNREACHABLE("the database is out of reach");

    /** When to ask again whether an outage is over. */
    static final Duration OUTAGE = Duration.ofSeconds(1);

    private final String message;

    Refused(String message) {
        this.message = message;
    }

    String message() {
        return message;
    }

    /** Whether time tells nothing of when it is over. */
    boolean isOutage() {
        return this == STALLED || this == UNREACHABLE;
    }

    String tag() {
        return name().toLowerCase(Locale.ROOT);
    }
}
