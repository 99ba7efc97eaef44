package dev.sluice.domain.catalogue;

import java.util.UUID;

/** The identity of a creator. */
public record CreatorId(UUID value) {}
