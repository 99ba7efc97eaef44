package dev.sluice.adapters.cache;

/** What came of storing a value. */
enum Fill {
    STORED,
    /** It was invalidated, or stored by another, while it was fetched. */
    REFUSED,
    /** Redis could not be asked, or did not want to. */
    FAILED
}
