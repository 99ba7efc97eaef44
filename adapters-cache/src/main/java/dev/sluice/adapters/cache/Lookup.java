package dev.sluice.adapters.cache;

/** What Redis says when asked for a value. */
sealed interface Lookup {

    /** Redis holds something to believe. */
    record Found(Entry entry) implements Lookup {}

    /** Redis holds nothing to believe. */
    record Absent() implements Lookup {}

    /** Redis could not be asked. */
    record Unknown() implements Lookup {}
}
