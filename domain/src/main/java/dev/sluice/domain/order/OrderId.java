package dev.sluice.domain.order;

import java.util.UUID;

/** The identity of an order. */
public record OrderId(UUID value) {}
