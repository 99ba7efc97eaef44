package dev.sluice.application.access;

import dev.sluice.domain.access.ApiKey;
import dev.sluice.domain.access.ApiKeyToken;

/**
 * A key that has just been made.
 *
 * @param token what its holder is shown now and never again
 */
public record IssuedApiKey(ApiKey key, ApiKeyToken token) {}
