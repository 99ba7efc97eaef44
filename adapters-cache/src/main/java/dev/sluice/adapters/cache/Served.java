package dev.sluice.adapters.cache;

import dev.sluice.domain.cache.CacheStatus;

/** An entry and where it came from. */
record Served(Entry entry, CacheStatus status) {}
