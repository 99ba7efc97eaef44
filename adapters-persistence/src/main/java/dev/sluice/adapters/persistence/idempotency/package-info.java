/** Idempotency keys in PostgreSQL. */
@NullMarked
package dev.sluice.adapters.persistence.idempotency;

import org.jspecify.annotations.NullMarked;
