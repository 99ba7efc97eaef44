package dev.sluice.domain.load;

/** How this process stands with its database, for the operators. Safe for use by many threads; asks no database. */
public interface DatabaseFigures {

    /** How many threads wait for a connection. */
    int waiting();

    /** How many connections are taken. */
    int inUse();

    /** How many connections may be taken at a time now: fewer than the pool's size while none can be added. */
    int capacity();

    /** Whether no further connection could be opened when that was last tried. */
    boolean cannotConnect();
}
