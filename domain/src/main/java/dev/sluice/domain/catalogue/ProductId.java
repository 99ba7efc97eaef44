package dev.sluice.domain.catalogue;

import java.util.UUID;

/** The identity of a product. */
public record ProductId(UUID value) {}
