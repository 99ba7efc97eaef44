package dev.sluice.worker.violation;

import dev.sluice.adapters.cache.violation.PublicCounter;

/** Breaks the rule that apps touch only configurations. */
public record WorkerWithAdapterInternals(PublicCounter inside) {}
