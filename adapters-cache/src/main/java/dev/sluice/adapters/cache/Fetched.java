package dev.sluice.adapters.cache;

import dev.sluice.domain.cache.CacheKey;

/** What a fetch brought for a key. */
record Fetched(CacheKey<?> key, Ticket ticket, Entry entry) {}
