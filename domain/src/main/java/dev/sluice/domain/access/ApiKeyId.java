package dev.sluice.domain.access;

import java.util.UUID;

/** The identity of an API key. It is no secret. */
public record ApiKeyId(UUID value) {}
