package dev.sluice.adapters.web.violation;

import dev.sluice.adapters.persistence.PersistenceConfiguration;

/** Breaks the rule that adapters know no other adapter. */
public record WebWithPersistence(PersistenceConfiguration other) {}
