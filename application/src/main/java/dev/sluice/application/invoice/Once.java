package dev.sluice.application.invoice;

/**
 * What is done once, by whichever attempt gets there.
 *
 * @param first whether this attempt has done it: nothing that follows it can have been done before
 */
public record Once<T>(T result, boolean first) {}
