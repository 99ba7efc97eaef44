/** Requests that may arrive twice and must count once. */
@NullMarked
package dev.sluice.domain.idempotency;

import org.jspecify.annotations.NullMarked;
