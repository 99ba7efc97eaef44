package dev.sluice.adapters.web.violation;

import com.github.benmanes.caffeine.cache.Cache;

/** Breaks the rule that Caffeine stays in its adapter. */
public record WebWithCaffeine(Cache<String, String> cache) {}
