package dev.sluice.domain.violation.first;

import dev.sluice.domain.violation.second.Second;

/** One half of a cycle. */
public record First(Second second) {}
