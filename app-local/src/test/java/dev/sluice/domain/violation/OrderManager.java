package dev.sluice.domain.violation;

/** Breaks the rule on names. */
public final class OrderManager {}
