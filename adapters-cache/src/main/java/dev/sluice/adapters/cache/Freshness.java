package dev.sluice.adapters.cache;

/** What a value is good for. */
enum Freshness {
    /** To be served as it is. */
    FRESH,
    /** To be served while another is fetched. */
    REFRESHABLE,
    /** To be served if the source fails. */
    LAST_RESORT,
    /** For nothing. */
    DEAD
}
