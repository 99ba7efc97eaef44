package dev.sluice.domain.rate;

/** What a request is for, which decides what becomes of it while nobody can count. */
public enum RequestKind {
    /** It changes nothing, and passes. */
    READ,
    /** It may change something, and passes only within what each process allows by itself. */
    WRITE
}
