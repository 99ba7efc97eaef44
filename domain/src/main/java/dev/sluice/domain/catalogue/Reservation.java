package dev.sluice.domain.catalogue;

/** What came of reserving units of a product. */
public enum Reservation {
    /** The units were taken from a limited stock; they are given back if they are not needed after all. */
    TAKEN,
    /** The product has no limit: nothing was taken, and nothing is to be given back. */
    UNLIMITED,
    /** Fewer units are left: nothing was taken. */
    SOLD_OUT
}
